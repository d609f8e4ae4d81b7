namespace AssistPortal.Mail.Templates;

/// <summary>
/// The content of a mail, block after block. Texts may hold anything that people typed: line breaks are kept,
/// other control characters become spaces, and nothing is read as markup.
/// </summary>
/// <param name="preheader">
/// The mail in one sentence: what an inbox shows beside the subject, and the first line of the text part.
/// </param>
public sealed class MailBody(string preheader)
{
    private readonly List<MailBlock> blocks = [];

    public string Preheader { get; } = BodyText.Clean(preheader);

    public IReadOnlyList<MailBlock> Blocks => blocks;

    public MailBody Heading(string text) => Add(new MailHeading(BodyText.Clean(text)));

    public MailBody Paragraph(string text) => Add(new MailParagraph(BodyText.Clean(text)));

    public MailBody Note(string text) => Add(new MailNote(BodyText.Clean(text)));

    /// <summary>Somebody's own words, set apart.</summary>
    /// <param name="who">Whose they are.</param>
    /// <param name="text">What they say.</param>
    public MailBody Quote(string who, string text) => Add(new MailQuote(BodyText.Clean(who), BodyText.Clean(text)));

    public MailBody List(IEnumerable<string> items) => Add(new MailList([.. items.Select(BodyText.Clean)]));

    /// <summary>A table of labels and values.</summary>
    public MailBody Facts(params IEnumerable<MailFact> facts) => Add(new MailFacts(
        [.. facts.Select(fact => new MailFact(BodyText.Clean(fact.Label), BodyText.Clean(fact.Value)))]));

    /// <summary>The thing to do, as a button.</summary>
    /// <exception cref="ArgumentException">The target is not an absolute http or https address.</exception>
    public MailBody Link(string text, Uri target)
    {
        if (!target.IsAbsoluteUri || (target.Scheme != Uri.UriSchemeHttps && target.Scheme != Uri.UriSchemeHttp))
        {
            throw new ArgumentException("Mails link to http and https addresses only.", nameof(target));
        }

        return Add(new MailLink(BodyText.Clean(text), target));
    }

    /// <summary>Another mail's content, without what stands around it.</summary>
    /// <param name="text">Its text part.</param>
    /// <param name="html">Its HTML part.</param>
    internal MailBody Enclosed(string text, string html) => Add(new MailEnclosed(
        TextRenderer.ContentOf(text), HtmlRenderer.ContentOf(html)));

    private MailBody Add(MailBlock block)
    {
        blocks.Add(block);
        return this;
    }
}
