using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Browsing;

/// <summary>
/// The one browser of the test run: started by the first test that needs it, closed with the last one.
/// </summary>
internal static class TestBrowser
{
    // The shell has no windows of its own to keep up, and needs a quarter less of the processor.
    private static readonly string[] Names =
        ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--in-process-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly SemaphoreSlim Gate = new(1);
    private static IPlaywright? playwright;
    private static IBrowser? browser;
    private static int users;

    public static async Task<IBrowser> OpenAsync()
    {
        await Gate.WaitAsync();
        try
        {
            users++;
            playwright ??= await Playwright.CreateAsync();
            return browser ??= await playwright.Chromium.LaunchAsync(
                new BrowserTypeLaunchOptions { ExecutablePath = FindExecutable(), Args = Flags });
        }
        finally
        {
            Gate.Release();
        }
    }

    public static async Task CloseAsync()
    {
        await Gate.WaitAsync();
        try
        {
            if (--users == 0)
            {
                await browser!.CloseAsync();
                playwright!.Dispose();
                (browser, playwright) = (null, null);
            }
        }
        finally
        {
            Gate.Release();
        }
    }

    private static string FindExecutable()
    {
        if (Environment.GetEnvironmentVariable("ASSISTPORTAL_TEST_BROWSER") is { Length: > 0 } named)
        {
            return named;
        }

        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return Names
            .SelectMany(name => folders.Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                "No Chromium or Chrome found: run tests/run.sh, or name one by ASSISTPORTAL_TEST_BROWSER.");
    }
}
