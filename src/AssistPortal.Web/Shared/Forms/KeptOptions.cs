using System.Collections;
using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>Options of a select that are the same for everybody who reads a language: written out once.</summary>
internal sealed class KeptOptions : IEnumerable<SelectListItem>
{
    private readonly IReadOnlyList<SelectListItem> items;
    private volatile Written? written;

    public KeptOptions(IEnumerable<SelectListItem> items) => this.items = [.. items];

    public IEnumerator<SelectListItem> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>As <see cref="OptionList"/> writes them.</summary>
    /// <param name="writer">Takes the markup.</param>
    /// <param name="encoder">The portal's; there is only one.</param>
    /// <param name="chosen">Value of the one that is chosen, if it is among them.</param>
    public void WriteTo(TextWriter writer, HtmlEncoder encoder, string chosen)
    {
        var (markup, places) = written ??= Write(encoder);
        if (places.TryGetValue(chosen, out var place))
        {
            writer.Write(markup.AsSpan(0, place));
            writer.Write(" selected=\"selected\"");
            writer.Write(markup.AsSpan(place));
        }
        else
        {
            writer.Write(markup);
        }
    }

    private Written Write(HtmlEncoder encoder)
    {
        using var whole = new StringWriter(CultureInfo.InvariantCulture);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            whole.Write("<option value=\"");
            encoder.Encode(whole, item.Value);
            whole.Write('"');
            places.Add(item.Value, whole.GetStringBuilder().Length);
            whole.Write('>');
            encoder.Encode(whole, item.Text);
            whole.Write("</option>");
        }

        return new Written(whole.ToString(), places);
    }

    /// <param name="Markup">With none chosen.</param>
    /// <param name="Places">By value, where the mark of the chosen one stands.</param>
    private sealed record Written(string Markup, Dictionary<string, int> Places);
}
