namespace AssistPortal.BrowserTests.Browsing;

internal static class Looks
{
    public static TheoryData<string> EachLanguage => ["en", "zh-Hant", "zh-Hans"];

    /// <summary>Each language, theme and width at least once.</summary>
    public static TheoryData<string, string, int> Representative => new()
    {
        { "en", "light", 1280 },
        { "zh-Hant", "light", 375 },
        { "zh-Hans", "dark", 375 },
    };
}
