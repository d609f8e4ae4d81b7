using AssistPortal.Data.Accounts;
using AssistPortal.TestSupport.Portal;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Browsing;

/// <summary>A person with a browser of their own at the portal.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private const int NarrowestWidth = 320;

    private readonly Window window;
    private readonly Uri address;

    private Window? copy;

    private Visitor(Window window, Uri address)
    {
        (this.window, this.address, Page) = (window, address, window.Page);
    }

    /// <summary>For what changes the browser itself: nobody gets its window after this visitor then.</summary>
    public IBrowserContext Profile
    {
        get
        {
            window.IsChanged = true;
            return window.Profile;
        }
    }

    public IPage Page { get; private set; }

    public Look Look => window.Look;

    /// <summary>Path and query of the page.</summary>
    public string Path => new Uri(Page.Url).PathAndQuery;

    public static async Task<Visitor> ComeAsync(Uri address, Look look) =>
        new(await TestBrowser.TakeWindowAsync(look), address);

    /// <summary>The same person opens another tab; the visitor has it before them then.</summary>
    /// <returns>The tab before.</returns>
    public async Task<IPage> OpenTabAsync()
    {
        var before = Page;
        Page = await window.Profile.NewPageAsync();
        return before;
    }

    public void TurnTo(IPage tab) => Page = tab;

    /// <summary>A page with this status is what the test asks for.</summary>
    public void Expect(int status) => window.Watch.Expect(status);

    public Task GoAsync(string path, PageGotoOptions? options = null) =>
        Page.GotoAsync(new Uri(address, path).ToString(), options);

    public ILocator At(string selector) => Page.Locator(selector);

    public async Task SignInAsync(string email = Journeys.Host)
    {
        await GoAsync("/account/sign-in");
        await EnterCredentialsAsync(email);
    }

    public async Task EnterCredentialsAsync(string email = Journeys.Host)
    {
        await At("#Email").FillAsync(email);
        await At("#Password").FillAsync(DemoAccounts.Password);
        await PressAsync("main form.form button");
    }

    /// <summary>Presses what leads to another page, and waits for that.</summary>
    public Task PressAsync(string selector) => PressAsync(At(selector));

    /// <inheritdoc cref="PressAsync(string)" />
    public Task PressAsync(ILocator target) => ArriveAsync(() => target.ClickAsync());

    /// <summary>Does what leads to another page, and waits for that.</summary>
    public async Task ArriveAsync(Func<Task> act)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Arrive(object? sender, IPage page) => arrived.TrySetResult();
        Page.Load += Arrive;
        try
        {
            await act();
            await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
        finally
        {
            Page.Load -= Arrive;
        }
    }

    /// <summary>
    /// Looks the page over: its language, axe, nothing to scroll sideways at its own width and at 320 px; and takes its
    /// picture where pictures are wanted.
    /// </summary>
    public async Task CheckAsync(string name)
    {
        await Assertions.Expect(At("html")).ToHaveAttributeAsync("lang", Look.Language);
        var problems = new List<string>(Look.Script
            ? await Accessibility.ProblemsAsync(Page)
            : await Accessibility.ProblemsWithoutScriptAsync(Page, (copy ??= await OpenCopyAsync()).Page));
        await Screenshots.TakeAsync(Page, $"{Look}-{name}");

        problems.AddRange(await SidewaysAsync(Look.Width));
        if (Look.Width < 600)
        {
            await Page.SetViewportSizeAsync(NarrowestWidth, Look.Height);
            problems.AddRange(await SidewaysAsync(NarrowestWidth));
            await Page.SetViewportSizeAsync(Look.Width, Look.Height);
        }

        Assert.True(problems.Count == 0, $"{name} ({Look}):\n{string.Join('\n', problems)}");
    }

    public void AssertNothingWrong() =>
        Assert.True(window.Watch.Problems.Count == 0, $"{Look}:\n{string.Join('\n', window.Watch.Problems)}");

    /// <summary>For messages of tests: where the visitor is, and what was wrong on the way.</summary>
    public async Task<string> DescribeAsync()
    {
        window.IsChanged = true;
        try
        {
            await Screenshots.TakeAsync(Page, $"failed-{Look}-{Guid.NewGuid():n}");
            return $"at {Page.Url} “{await Page.TitleAsync()}” ({Look})\n{string.Join('\n', window.Watch.Problems)}";
        }
        catch (PlaywrightException gone)
        {
            return $"at {address}: {gone.Message}";
        }
    }

    public async ValueTask DisposeAsync()
    {
        await TestBrowser.ReturnAsync(window, address);
        if (copy is not null)
        {
            await TestBrowser.ReturnAsync(copy, address);
        }
    }

    private Task<Window> OpenCopyAsync() => TestBrowser.TakeWindowAsync(Look with { Script = true });

    private async Task<IEnumerable<string>> SidewaysAsync(int width)
    {
        var needed = await Page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth");
        if (needed <= width)
        {
            return [];
        }

        var culprits = await Page.EvaluateAsync<string>(
            """
            () => [...document.querySelectorAll('main *, header *, footer *')]
              .filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.table-scroll'))
              .slice(0, 5).map(e => e.outerHTML.slice(0, 80)).join(' | ')
            """);
        return [$"scrolls sideways at {width} px: {needed} px wide: {culprits}"];
    }
}
