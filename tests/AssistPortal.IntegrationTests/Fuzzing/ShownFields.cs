using AssistPortal.TestSupport.Portal;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.IntegrationTests.Fuzzing;

/// <summary>
/// What was accepted stands in the form as it was typed, but for spaces around it and the like; a zone by its name.
/// </summary>
internal static class ShownFields
{
    /// <summary>Fields of texts that show neither what was there before, nor nothing, nor what was sent.</summary>
    /// <param name="sent">What was sent, and accepted.</param>
    /// <param name="before">What the form held at first.</param>
    /// <param name="page">The page with the form now.</param>
    public static IEnumerable<string> Wrong(
        IReadOnlyList<KeyValuePair<string, string>> sent,
        IReadOnlyList<KeyValuePair<string, string>> before,
        PortalPage page)
    {
        var controls = page.All("main form[method=post] input[type=text], main form[method=post] textarea")
            .ToLookup(
                control => control.GetAttribute("name"),
                control => (control.GetAttribute("value") ?? control.TextContent)
                    .Replace("\r\n", "\n", StringComparison.Ordinal).Trim());
        return
            from field in sent
            where sent.Count(other => other.Key == field.Key) == 1
            from shown in controls[field.Key]
            where shown.Length > 0 && !IsSame(field.Value, shown)
                && !before.Any(former => former.Key == field.Key && IsSame(former.Value, shown))
            select $"{field.Key} = “{field.Value}” and shows “{shown}”";
    }

    private static bool IsSame(string typed, string shown) =>
        shown == Tolerant.Text(typed)
        || string.Equals(shown, Tolerant.Code(typed), StringComparison.OrdinalIgnoreCase)
        || shown == Tolerant.Email(typed)
        || shown == Tolerant.Digits(typed)
        || shown == Tolerant.Zone(typed)?.Id;
}
