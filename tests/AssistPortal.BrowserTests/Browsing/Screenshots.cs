using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Browsing;

/// <summary>Pictures for people, kept in the folder that ASSISTPORTAL_TEST_SCREENSHOTS names; none where it names none.</summary>
internal static class Screenshots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("ASSISTPORTAL_TEST_SCREENSHOTS");

    private static readonly Look[] Wanted =
        [new("en", "light", 1280), new("en", "dark", 375), new("zh-Hant", "light", 375), new("zh-Hans", "dark", 1280)];

    public static bool AreTakenOf(Look look) => !string.IsNullOrEmpty(Folder) && Wanted.Contains(look);

    public static async Task TakeAsync(IPage page, string name, bool fullPage = true)
    {
        if (!string.IsNullOrEmpty(Folder))
        {
            var path = Path.Combine(Folder, $"{name}.png");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = fullPage });
        }
    }
}
