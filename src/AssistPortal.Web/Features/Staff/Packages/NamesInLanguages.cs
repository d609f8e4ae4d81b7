using AssistPortal.Assist.Packages;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;

namespace AssistPortal.Web.Features.Staff.Packages;

internal static class NamesInLanguages
{
    /// <summary>What was typed in each language of the portal.</summary>
    public static SortedDictionary<string, LocalizedName> Read(FieldDictionary names, FieldDictionary descriptions) =>
        new(
            Languages.All.ToDictionary(
                language => language.Name,
                language =>
                    new LocalizedName(Tolerant.Text(names[language.Name]), Tolerant.Text(descriptions[language.Name])),
                StringComparer.Ordinal),
            StringComparer.Ordinal);

    /// <summary>Each field in each language: its label, and what differs.</summary>
    public static IEnumerable<(string Label, string? Typed, string? Saved)> Pairs(
        string label, FieldDictionary typed, FieldDictionary saved) =>
        Languages.All.Select(
            language => ($"{label} · {Languages.OwnName(language)}", typed[language.Name], saved[language.Name]));
}
