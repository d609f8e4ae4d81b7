using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Browsing;

/// <summary>
/// axe with its rules for WCAG 2.2 AA and best practice. It comes with each page as Playwright's own script, which the
/// content security policy does not touch and Chromium compiles once for a visitor: brought in where it is wanted it
/// costs five times that. Deque's own RunAxe takes three times as long as both, by a second page per run.
/// </summary>
internal static class Accessibility
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    // target-size is part of WCAG 2.2 AA, but off unless asked for. The only frame shows a mail, which no script may
    // enter. To load style sheets and media beforehand serves only rules about sound, and takes a fifth of the time.
    private const string Run =
        """
        async () => {
          const { violations } = await axe.run(document, {
            rules: { 'target-size': { enabled: true } }, iframes: false, preload: false,
            resultTypes: ['violations'],
          });
          return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, html, any, all, none }) =>
            `axe ${id}: ${help}: ${target.join(' ')} ${html.slice(0, 160)} `
            + [...any, ...all, ...none].slice(0, 2).map(({ message }) => message).join('; ')));
        }
        """;

    /// <summary>Whoever's pages are to be looked over needs this before the first one.</summary>
    public static Task BringAsync(IBrowserContext context) => context.AddInitScriptAsync(Axe);

    public static Task<string[]> ProblemsAsync(IPage page) => page.EvaluateAsync<string[]>(Run).WaitAsync(Patience);

    /// <summary>The same for a page without script: what it shows is laid into a copy that has script.</summary>
    /// <param name="page">The page without script.</param>
    /// <param name="copy">A page with script of the same size and theme, for nothing else.</param>
    public static async Task<string[]> ProblemsWithoutScriptAsync(IPage page, IPage copy)
    {
        var shown = await page.ContentAsync();
        await copy.UnrouteAllAsync();
        await copy.RouteAsync(page.Url, route => route.FulfillAsync(new RouteFulfillOptions
        {
            Body = shown,
            ContentType = "text/html; charset=utf-8",
            Headers = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Content-Security-Policy"] = "script-src 'none'",
            },
        }));
        await copy.GotoAsync(page.Url);
        return await ProblemsAsync(copy);
    }
}
