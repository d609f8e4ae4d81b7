namespace AssistPortal.Mail.Templates;

/// <summary>A piece of a mail's content, in plain text; both parts of the mail are rendered from it.</summary>
public abstract record MailBlock
{
    private protected MailBlock()
    {
    }
}

public sealed record MailHeading(string Text) : MailBlock;

public sealed record MailParagraph(string Text) : MailBlock;

/// <summary>Something to take notice of, set apart from the paragraphs.</summary>
public sealed record MailNote(string Text) : MailBlock;

public sealed record MailList(IReadOnlyList<string> Items) : MailBlock;

public sealed record MailFacts(IReadOnlyList<MailFact> Facts) : MailBlock;

/// <summary>One row of a table of facts.</summary>
public sealed record MailFact(string Label, string Value);

public sealed record MailLink(string Text, Uri Target) : MailBlock;

/// <summary>A whole mail as a part of this one, by its rendered parts.</summary>
public sealed record MailEnclosed(string Text, string Html) : MailBlock;
