using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Browsing;

/// <summary>
/// Pictures for people, kept in the folder that ASSISTPORTAL_TEST_SCREENSHOTS names; none where it names none.
/// </summary>
internal static class Screenshots
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("ASSISTPORTAL_TEST_SCREENSHOTS");

    public static bool AreTaken => !string.IsNullOrEmpty(Folder);

    public static async Task TakeAsync(IPage page, string name, bool fullPage = true)
    {
        if (AreTaken)
        {
            var path = Path.Combine(Folder!, $"{name}.png");
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = path, FullPage = fullPage });
        }
    }
}
