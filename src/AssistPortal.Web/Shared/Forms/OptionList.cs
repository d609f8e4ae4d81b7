using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>
/// The options of a select. It writes straight to the response: a tag builder for each of hundreds of countries or
/// lengths would be most of what their page costs.
/// </summary>
internal sealed class OptionList(IEnumerable<SelectListItem> items, string chosen) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (items is KeptOptions kept)
        {
            kept.WriteTo(writer, encoder, chosen);
            return;
        }

        foreach (var item in items)
        {
            WriteOption(writer, encoder, item, isChosen: item.Value == chosen);
        }
    }

    public static void WriteOption(TextWriter writer, HtmlEncoder encoder, SelectListItem item, bool isChosen)
    {
        writer.Write("<option value=\"");
        encoder.Encode(writer, item.Value);
        writer.Write(isChosen ? "\" selected=\"selected\">" : "\">");
        encoder.Encode(writer, item.Text);
        writer.Write("</option>");
    }
}
