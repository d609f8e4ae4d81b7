using System.Globalization;
using System.Resources;
using AssistPortal.Assist.Texts;
using AssistPortal.Web.Shared;

namespace AssistPortal.BrowserTests.Browsing;

/// <summary>What the pages must say, in the language of the visit.</summary>
internal static class Words
{
    public static string Shared(string language, string key) => Of<SharedTexts>(language, key);

    public static string Assist(string language, string key) => Of<AssistTexts>(language, key);

    /// <summary>The words of a feature's pages; fails where the language lacks them.</summary>
    public static string Of<TTexts>(string language, string key) =>
        new ResourceManager(typeof(TTexts)).GetString(key, new CultureInfo(language))
        ?? throw new InvalidOperationException($"No words for {key} in {typeof(TTexts).Name}.");
}
