using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Data.Texts;

/// <summary>
/// The words of one resource, each looked for once in each language. The framework's localizer composes a key, walks
/// through the resources and makes a new object whenever it is asked, some hundred times for a page with a form.
/// </summary>
internal sealed class KeptTexts(IStringLocalizer source) : IStringLocalizer
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, KeptText>> languages =
        new(StringComparer.Ordinal);

    public LocalizedString this[string name] => Of(name).Text;

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var kept = Of(name);
            return new LocalizedString(
                name,
                kept.Words(arguments),
                kept.Text.ResourceNotFound,
                kept.Text.SearchedLocation);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        source.GetAllStrings(includeParentCultures);

    private KeptText Of(string name)
    {
        var texts = languages.GetOrAdd(CultureInfo.CurrentUICulture.Name, _ => new(StringComparer.Ordinal));
        if (texts.TryGetValue(name, out var kept))
        {
            return kept;
        }

        // A name without words may be anything: keeping those too would have no end.
        kept = new KeptText(source.GetString(name));
        return kept.Text.ResourceNotFound ? kept : texts.GetOrAdd(name, kept);
    }

    private sealed class KeptText(LocalizedString text)
    {
        private readonly string pattern = ChineseGaps.Mark(text.Value);
        private CompositeFormat? format;

        public LocalizedString Text => text;

        public string Words(object[] arguments)
        {
            format ??= CompositeFormat.Parse(pattern);
            var words = string.Format(CultureInfo.CurrentCulture, format, arguments);
            return ReferenceEquals(pattern, text.Value) ? words : ChineseGaps.Settle(words);
        }
    }
}
