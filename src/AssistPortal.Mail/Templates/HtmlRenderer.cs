using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace AssistPortal.Mail.Templates;

/// <summary>
/// The HTML part: tables and inline styles, which mail programs know; nothing is fetched; without styles it reads
/// from top to bottom; 320 px are wide enough; dark mode is left to the reader's program with colours of its own.
/// </summary>
internal static class HtmlRenderer
{
    private const string Font = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif;";

    private const string CardStyle =
        "max-width:600px;background:#ffffff;color:#1b1f24;border-radius:8px;" + Font
        + "font-size:16px;line-height:1.5;";
    private const string NoteStyle =
        "margin:16px 0;padding:12px 16px;background:#eef2f7;border-left:4px solid #0b5b75;";
    private const string QuoteStyle =
        "margin:0 0 16px;padding:12px 16px;background:#eef2f7;border-left:4px solid #6b7684;";
    private const string LabelStyle =
        "padding:4px 16px 4px 0;text-align:start;font-weight:600;color:#4a5260;overflow-wrap:normal;";
    private const string ValueStyle = "padding:4px 0;overflow-wrap:anywhere;";
    private const string HeadStyle = "padding:20px 24px 0;font-weight:600;color:#4a5260;";
    private const string ButtonStyle =
        "display:inline-block;padding:12px 20px;background:#0b5b75;color:#ffffff;border-radius:6px;font-weight:600;"
        + "text-decoration:none;";

    /// <summary>A table without the gaps that browsers give it.</summary>
    private const string Bare = "cellpadding=\"0\" cellspacing=\"0\" border=\"0\"";

    private const string ContentStart = "<!--content-->";
    private const string ContentEnd = "<!--/content-->";

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Render(
        string subject, MailBody body, string sender, IReadOnlyList<string> footer, CultureInfo culture)
    {
        var direction = culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $$"""
            <!DOCTYPE html>
            <html lang="{{culture.Name}}" dir="{{direction}}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="supported-color-schemes" content="light dark">
            <title>{{Encode(subject)}}</title>
            <style>
            :root { color-scheme: light dark; }
            @media (prefers-color-scheme: dark) {
              .page { background: #16191d !important; }
              .card { background: #1f242a !important; color: #eceff3 !important; }
              .quiet { color: #b4bcc6 !important; }
              .note { background: #2a2f36 !important; }
            }
            @media (max-width: 480px) {
              .facts th, .facts td { display: block !important; padding: 0 !important; }
              .facts td { padding-bottom: 10px !important; }
            }
            </style>
            </head>
            <body class="page" style="margin:0;padding:0;background:#f3f4f6;">
            <div style="display:none;max-height:0;overflow:hidden;" aria-hidden="true">{{Encode(body.Preheader)}}</div>
            <table role="presentation" width="100%" {{Bare}}><tr><td align="center" style="padding:16px 8px;">
            <table role="presentation" class="card" width="100%" {{Bare}} style="{{CardStyle}}">
            <tr><td class="quiet" style="{{HeadStyle}}">{{Encode(sender)}}</td></tr>
            <tr><td dir="{{direction}}" style="padding:8px 24px 20px;overflow-wrap:anywhere;">
            {{ContentStart}}

            """);
        var title = body.Blocks.OfType<MailHeading>().FirstOrDefault();
        foreach (var block in body.Blocks)
        {
            Append(html, block, isTitle: ReferenceEquals(block, title));
        }

        var small = string.Join("<br>", footer.Select(Encode));
        html.Append(CultureInfo.InvariantCulture, $"""
            {ContentEnd}
            <hr style="border:0;border-top:1px solid #c3c9d1;margin:24px 0 12px;">
            <p class="quiet" style="margin:0;font-size:13px;color:#4a5260;">{small}</p>
            </td></tr>
            </table>
            </td></tr></table>
            </body>
            </html>

            """);
        return html.ToString().ReplaceLineEndings("\r\n");
    }

    /// <summary>What a rendered mail says, with its headings one level down.</summary>
    public static string ContentOf(string rendered)
    {
        var start = rendered.IndexOf(ContentStart, StringComparison.Ordinal) + ContentStart.Length;
        var end = rendered.LastIndexOf(ContentEnd, StringComparison.Ordinal);
        return rendered[start..end]
            .Replace("<h1 ", "<h2 ", StringComparison.Ordinal)
            .Replace("</h1>", "</h2>", StringComparison.Ordinal);
    }

    private static void Append(StringBuilder html, MailBlock block, bool isTitle)
    {
        switch (block)
        {
            case MailHeading heading:
                var (tag, size) = isTitle ? ("h1", 22) : ("h2", 18);
                html.Append(
                    CultureInfo.InvariantCulture,
                    $"""<{tag} style="margin:20px 0 8px;font-size:{size}px;line-height:1.3;">""");
                html.Append(CultureInfo.InvariantCulture, $"{Encode(heading.Text)}</{tag}>");
                break;
            case MailParagraph paragraph:
                html.Append(
                    CultureInfo.InvariantCulture, $"""<p style="margin:12px 0;">{Encode(paragraph.Text)}</p>""");
                break;
            case MailNote note:
                html.Append(
                    CultureInfo.InvariantCulture, $"""<p class="note" style="{NoteStyle}">{Encode(note.Text)}</p>""");
                break;
            case MailQuote quote:
                html.Append(CultureInfo.InvariantCulture, $"""<p style="margin:12px 0 4px;">{Encode(quote.Who)}</p>""")
                    .Append(
                        CultureInfo.InvariantCulture,
                        $"""<blockquote class="note" style="{QuoteStyle}">""")
                    .Append(CultureInfo.InvariantCulture, $"<bdi>{Encode(quote.Text)}</bdi></blockquote>");
                break;
            case MailList list:
                html.Append("""<ul style="margin:12px 0;padding-left:24px;">""");
                foreach (var item in list.Items)
                {
                    html.Append(CultureInfo.InvariantCulture, $"""<li><bdi>{Encode(item)}</bdi></li>""");
                }

                html.Append("</ul>");
                break;
            case MailFacts facts:
                html.Append(
                    CultureInfo.InvariantCulture,
                    $"""<table class="facts" {Bare} style="margin:12px 0;font-size:16px;line-height:1.5;">""");
                foreach (var fact in facts.Facts)
                {
                    var (label, value) = (Encode(fact.Label), Encode(fact.Value));
                    html.Append("""<tr><th scope="row" align="left" valign="top" class="quiet" """);
                    html.Append(CultureInfo.InvariantCulture, $"""style="{LabelStyle}">{label}</th>""");
                    html.Append(
                        CultureInfo.InvariantCulture,
                        $"""<td valign="top" style="{ValueStyle}"><bdi>{value}</bdi></td></tr>""");
                }

                html.Append("</table>");
                break;
            case MailLink link:
                var (target, words) = (Encode(link.Target.AbsoluteUri), Encode(link.Text));
                html.Append(
                    CultureInfo.InvariantCulture,
                    $"""<p style="margin:20px 0;"><a href="{target}" style="{ButtonStyle}">{words}</a></p>""");
                break;
            case MailEnclosed enclosed:
                html.Append("""<hr style="border:0;border-top:1px solid #c3c9d1;margin:24px 0 12px;">""")
                    .Append(enclosed.Html);
                break;
            default:
                throw new InvalidOperationException($"No HTML for {block.GetType().Name}.");
        }

        html.Append('\n');
    }

    private static string Encode(string text) =>
        Encoder.Encode(text).Replace("&#xA;", "<br>", StringComparison.Ordinal);
}
