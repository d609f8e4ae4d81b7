namespace AssistPortal.BrowserTests.Browsing;

internal static class Looks
{
    public static TheoryData<string> EachLanguage => ["en", "zh-Hant", "zh-Hans"];

    /// <summary>Each language, theme and width at least once: the looks of which pictures are taken.</summary>
    public static TheoryData<string, string, int> Representative => new()
    {
        { "en", "light", 1280 },
        { "en", "dark", 375 },
        { "zh-Hant", "light", 375 },
        { "zh-Hans", "dark", 1280 },
    };

    /// <summary>Each language in each theme, on phones and desks by turns.</summary>
    public static TheoryData<string, string, int> EachLanguageAndTheme => new()
    {
        { "en", "light", 1280 },
        { "en", "dark", 375 },
        { "zh-Hant", "light", 375 },
        { "zh-Hant", "dark", 1280 },
        { "zh-Hans", "light", 375 },
        { "zh-Hans", "dark", 1280 },
    };
}
