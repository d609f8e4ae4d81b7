using System.Collections.Concurrent;
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
    private static readonly ConcurrentDictionary<Look, ConcurrentBag<Window>> Windows = new();
    private static IPlaywright? playwright;
    private static IBrowser? browser;
    private static int users;

    public static async Task OpenAsync()
    {
        await Gate.WaitAsync();
        try
        {
            users++;
            playwright ??= await Playwright.CreateAsync();
            browser ??= await playwright.Chromium.LaunchAsync(
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
                Windows.Clear();
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

    /// <summary>A window of that look that nobody else has, while a test has the browser open.</summary>
    public static async Task<Window> TakeWindowAsync(Look look) =>
        OfLook(look).TryTake(out var window) ? window : await Window.OpenAsync(browser!, look);

    /// <summary>Gives a window to the next visitor who looks that way.</summary>
    /// <param name="window">A window that was taken.</param>
    /// <param name="address">The portal that was visited with it.</param>
    public static async Task ReturnAsync(Window window, Uri address)
    {
        if (window.IsChanged || window.Page.IsClosed)
        {
            await window.DisposeAsync();
            return;
        }

        await window.TidyAsync(address);
        OfLook(window.Look).Add(window);
    }

    private static ConcurrentBag<Window> OfLook(Look look) => Windows.GetOrAdd(look, _ => []);

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
