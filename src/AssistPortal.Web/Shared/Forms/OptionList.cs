using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>
/// The options of a select, those of a group side by side. It writes straight to the response: there are hundreds of
/// time zones, and a tag builder for each would be most of what their page costs.
/// </summary>
internal sealed class OptionList(IEnumerable<SelectListItem> items, string chosen) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        string? group = null;
        foreach (var item in items)
        {
            if (item.Group?.Name != group)
            {
                Begin(group, item.Group?.Name, writer, encoder);
                group = item.Group?.Name;
            }

            writer.Write("<option value=\"");
            encoder.Encode(writer, item.Value);
            writer.Write(item.Value == chosen ? "\" selected=\"selected\">" : "\">");
            encoder.Encode(writer, item.Text);
            writer.Write("</option>");
        }

        Begin(group, next: null, writer, encoder);
    }

    private static void Begin(string? former, string? next, TextWriter writer, HtmlEncoder encoder)
    {
        if (former is not null)
        {
            writer.Write("</optgroup>");
        }

        if (next is not null)
        {
            writer.Write("<optgroup label=\"");
            encoder.Encode(writer, next);
            writer.Write("\">");
        }
    }
}
