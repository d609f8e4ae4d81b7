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

    // target-size is part of WCAG 2.2 AA, but off unless asked for: where fingers aim, as it takes a third of the time.
    // The only frame shows a mail, which no script may enter. To load style sheets and media beforehand serves only
    // rules about sound, and takes a fifth of the time. Half of the time is contrast, the same for each row of a table:
    // of texts that are alike, by where they stand and by all that their contrast is made of, it is judged once for a
    // page.
    private const string Run =
        """
        async () => {
          const kinds = new Map(), alike = [];
          const sort = (element, parent) => {
            const style = getComputedStyle(element);
            const hasText = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
            const kind = [parent, element.localName, element.getAttribute('class'), element.checkVisibility(),
              hasText || !!element.value || !!element.placeholder, style.color, style.backgroundColor,
              style.backgroundImage, style.opacity, style.fontSize, style.fontWeight].join();
            const number = kinds.get(kind) ?? kinds.size;
            if (kinds.has(kind)) alike.push(element);
            else kinds.set(kind, number);
            for (const child of element.children) sort(child, number);
          };
          sort(document.documentElement, '');
          axe.configure({ rules: [{ id: 'color-contrast', selector: ':not([data-alike])' }] });
          alike.forEach(element => element.setAttribute('data-alike', ''));
          const { violations } = await axe.run(document, {
            rules: { 'target-size': { enabled: innerWidth < 600 } }, iframes: false, preload: false,
            resultTypes: ['violations'],
          }).finally(() => alike.forEach(element => element.removeAttribute('data-alike')));
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
