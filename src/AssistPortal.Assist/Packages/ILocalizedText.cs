using System.Globalization;

namespace AssistPortal.Assist.Packages;

/// <summary>A name and description that staff keep in every language.</summary>
public interface ILocalizedText
{
    /// <summary>Culture name, such as <c>zh-Hant</c>.</summary>
    string Language { get; }

    string Name { get; }

    string Description { get; }
}

public static class LocalizedTexts
{
    /// <summary>The text in the culture's language, else in English, else whichever there is.</summary>
    /// <exception cref="InvalidOperationException">There is no text at all.</exception>
    public static T In<T>(this IEnumerable<T> texts, CultureInfo culture)
        where T : ILocalizedText
    {
        var all = texts as IReadOnlyCollection<T> ?? [.. texts];
        for (var wanted = culture; wanted.Name.Length > 0; wanted = wanted.Parent)
        {
            if (all.FirstOrDefault(text => text.Language == wanted.Name) is { } found)
            {
                return found;
            }
        }

        return all.FirstOrDefault(text => text.Language == "en") ?? all.First();
    }
}
