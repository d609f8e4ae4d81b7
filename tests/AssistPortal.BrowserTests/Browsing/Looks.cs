namespace AssistPortal.BrowserTests.Browsing;

internal static class Looks
{
    /// <summary>The two that differ most: in language, theme and width.</summary>
    public static TheoryData<string, string, int> Contrary => new()
    {
        { "en", "light", 1280 },
        { "zh-Hant", "dark", 375 },
    };
}
