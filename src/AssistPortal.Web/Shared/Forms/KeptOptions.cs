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
            writer.Write(markup.AsSpan(0, place.Start));
            OptionList.WriteOption(writer, encoder, place.Item, isChosen: true);
            writer.Write(markup.AsSpan(place.End));
        }
        else
        {
            writer.Write(markup);
        }
    }

    private Written Write(HtmlEncoder encoder)
    {
        using var whole = new StringWriter(CultureInfo.InvariantCulture);
        var places = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var start = whole.GetStringBuilder().Length;
            OptionList.WriteOption(whole, encoder, item, isChosen: false);
            places.Add(item.Value, new Place(item, start, whole.GetStringBuilder().Length));
        }

        return new Written(whole.ToString(), places);
    }

    /// <param name="Markup">With none chosen.</param>
    /// <param name="Places">By value, where each stands.</param>
    private sealed record Written(string Markup, Dictionary<string, Place> Places);

    private sealed record Place(SelectListItem Item, int Start, int End);
}
