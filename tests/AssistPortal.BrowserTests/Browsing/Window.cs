using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Browsing;

/// <summary>
/// A browser's window with a profile of its own. Visitors get it one after the other: a new one takes three times the
/// processor of a page with all that it is looked over for, since its process starts and compiles axe anew.
/// </summary>
internal sealed class Window : IAsyncDisposable
{
    private Window(Look look, IBrowserContext profile, PageWatch watch, IPage page) =>
        (Look, Profile, Watch, Page) = (look, profile, watch, page);

    public Look Look { get; }

    public IBrowserContext Profile { get; }

    public PageWatch Watch { get; }

    public IPage Page { get; }

    /// <summary>Whether something was done to it that can't be undone: nobody gets it after this visitor.</summary>
    public bool IsChanged { get; set; }

    public static async Task<Window> OpenAsync(IBrowser browser, Look look)
    {
        var profile = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = look.Width, Height = look.Height },
            Locale = look.Locale,
            TimezoneId = "America/New_York",
            ColorScheme = look.Theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            ForcedColors = look.ForcedColours ? ForcedColors.Active : null,
            JavaScriptEnabled = look.Script,
            ReducedMotion = ReducedMotion.Reduce,
            Permissions = ["clipboard-read", "clipboard-write"],
        });
        profile.SetDefaultTimeout(60_000);
        await Accessibility.BringAsync(profile);
        var watch = await PageWatch.OnAsync(profile);
        return new Window(look, profile, watch, await profile.NewPageAsync());
    }

    /// <summary>Makes it as good as new: without other tabs, cookies, stores, and what was told of the visit.</summary>
    /// <param name="address">The portal that was visited. A page of another site would take another process.</param>
    public async Task TidyAsync(Uri address)
    {
        foreach (var tab in Profile.Pages.Except([Page]).ToList())
        {
            await tab.CloseAsync();
        }

        await Page.UnrouteAllAsync();
        await Page.GotoAsync(new Uri(address, "/robots.txt").ToString());
        if (Look.Script)
        {
            await Page.EvaluateAsync("() => { localStorage.clear(); sessionStorage.clear(); }");
        }

        await Page.SetViewportSizeAsync(Look.Width, Look.Height);
        await Profile.ClearCookiesAsync();
        Watch.Forget();
    }

    public ValueTask DisposeAsync() => Profile.DisposeAsync();
}
