namespace AssistPortal.Assist.Packages;

/// <summary>A name and description in one language.</summary>
public sealed record LocalizedName(string Name, string Description);

internal static class LocalizedNames
{
    /// <summary>By language, in an order that is always the same.</summary>
    public static SortedDictionary<string, LocalizedName> Of<T>(IEnumerable<T> texts)
        where T : ILocalizedText =>
        new(texts.ToDictionary(text => text.Language, text =>
            new LocalizedName(text.Name, text.Description), StringComparer.Ordinal), StringComparer.Ordinal);
}
