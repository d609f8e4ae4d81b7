namespace AssistPortal.BrowserTests.Browsing;

internal static class Looks
{
    public static readonly IReadOnlyList<string> Languages = ["en", "zh-Hant", "zh-Hans"];
    public static readonly IReadOnlyList<string> Themes = ["light", "dark"];

    /// <summary>Each language.</summary>
    public static TheoryData<string> EachLanguage => [.. Languages];

    /// <summary>Each language in each theme.</summary>
    public static TheoryData<string, string> EachLanguageAndTheme
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var language in Languages)
            {
                foreach (var theme in Themes)
                {
                    data.Add(language, theme);
                }
            }

            return data;
        }
    }

    /// <summary>Each language in each theme, on a phone and on a desk.</summary>
    public static TheoryData<string, string, int> All
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var language in Languages)
            {
                foreach (var theme in Themes)
                {
                    data.Add(language, theme, 375);
                    data.Add(language, theme, 1280);
                }
            }

            return data;
        }
    }
}
