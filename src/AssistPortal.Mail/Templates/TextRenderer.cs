using System.Text;

namespace AssistPortal.Mail.Templates;

/// <summary>The text part: wrapped at 76 characters where there are spaces, links in lines of their own.</summary>
internal static class TextRenderer
{
    private const int Width = 76;
    private const string FooterStart = "\n-- \n";

    public static string Render(MailBody body, IReadOnlyList<string> footer)
    {
        var text = new StringBuilder();
        Wrap(text, body.Preheader);
        foreach (var block in body.Blocks)
        {
            text.Append('\n');
            Append(text, block);
        }

        text.Append(FooterStart);
        foreach (var line in footer)
        {
            Wrap(text, line);
        }

        return text.ToString().ReplaceLineEndings("\r\n");
    }

    /// <summary>A rendered mail without preheader and footer.</summary>
    public static string ContentOf(string rendered)
    {
        var text = rendered.ReplaceLineEndings("\n");
        var footer = text.LastIndexOf(FooterStart, StringComparison.Ordinal);
        var content = text.IndexOf("\n\n", StringComparison.Ordinal) + 2;
        return text[content..footer].TrimEnd('\n');
    }

    private static void Append(StringBuilder text, MailBlock block)
    {
        switch (block)
        {
            case MailHeading heading:
                Wrap(text, heading.Text, "# ", "  ");
                break;
            case MailParagraph paragraph:
                Wrap(text, paragraph.Text);
                break;
            case MailNote note:
                Wrap(text, note.Text, "! ", "  ");
                break;
            case MailQuote quote:
                Wrap(text, quote.Who);
                Wrap(text, quote.Text, "> ", "> ");
                break;
            case MailList list:
                foreach (var item in list.Items)
                {
                    Wrap(text, item, "- ", "  ");
                }

                break;
            case MailFacts facts:
                foreach (var fact in facts.Facts)
                {
                    Wrap(text, $"{fact.Label}: {fact.Value}", "", "  ");
                }

                break;
            case MailLink link:
                Wrap(text, $"{link.Text}:");
                text.Append(link.Target.AbsoluteUri).Append('\n');
                break;
            case MailEnclosed enclosed:
                text.Append('-', Width).Append('\n').Append(enclosed.Text).Append('\n');
                break;
            default:
                throw new InvalidOperationException($"No text for {block.GetType().Name}.");
        }
    }

    private static void Wrap(StringBuilder text, string content, string first = "", string next = "")
    {
        var indent = first;
        foreach (var line in content.Split('\n'))
        {
            var column = 0;
            foreach (var word in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (column == 0)
                {
                    text.Append(indent).Append(word);
                    column = indent.Length + word.Length;
                }
                else if (column + 1 + word.Length > Width)
                {
                    text.Append('\n').Append(next).Append(word);
                    column = next.Length + word.Length;
                }
                else
                {
                    text.Append(' ').Append(word);
                    column += 1 + word.Length;
                }

                indent = next;
            }

            text.Append('\n');
        }
    }
}
