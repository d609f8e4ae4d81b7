namespace AssistPortal.Mail.Templates;

/// <summary>A piece of a mail's content, in plain text; both parts of the mail are rendered from it.</summary>
public abstract record MailBlock
{
    private protected MailBlock()
    {
    }
}

internal sealed record MailHeading(string Text) : MailBlock;

internal sealed record MailParagraph(string Text) : MailBlock;

/// <summary>Something to take notice of, set apart from the paragraphs.</summary>
internal sealed record MailNote(string Text) : MailBlock;

/// <summary>What somebody says, in their own words, under a line that tells who.</summary>
internal sealed record MailQuote(string Who, string Text) : MailBlock;

internal sealed record MailList(IReadOnlyList<string> Items) : MailBlock;

internal sealed record MailFacts(IReadOnlyList<MailFact> Facts) : MailBlock;

/// <summary>One row of a table of facts.</summary>
public sealed record MailFact(string Label, string Value);

internal sealed record MailLink(string Text, Uri Target) : MailBlock;

/// <summary>A whole mail as a part of this one, by its rendered parts.</summary>
internal sealed record MailEnclosed(string Text, string Html) : MailBlock;
