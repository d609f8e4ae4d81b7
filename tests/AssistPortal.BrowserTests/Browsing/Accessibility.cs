using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Browsing;

/// <summary>axe with its rules for WCAG 2.2 AA and best practice.</summary>
internal static class Accessibility
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly AxeRunOptions Options = new()
    {
        // Off unless asked for, although it is part of WCAG 2.2 AA.
        Rules = new Dictionary<string, RuleOptions>(StringComparer.Ordinal) { ["target-size"] = new() { Enabled = true } },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>The page as it stands. A page without script gets it for as long as axe needs it, and none of its own.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(IPage page, bool hasScript)
    {
        var sw = System.Diagnostics.Stopwatch.StartNew();
        try {
        if (hasScript)
        {
            return Read(await page.RunAxe(Options).WaitAsync(Patience));
        }

        var session = await page.Context.NewCDPSessionAsync(page);
        await SwitchScriptAsync(session, isOff: false);
        var result = await page.RunAxe(Options).WaitAsync(Patience);
        await SwitchScriptAsync(session, isOff: true);
        await session.DetachAsync();
        return Read(result);
        } finally { Console.WriteLine($"AXE {sw.ElapsedMilliseconds} {page.Url}"); }
    }

    private static Task SwitchScriptAsync(ICDPSession session, bool isOff) => session.SendAsync(
        "Emulation.setScriptExecutionDisabled",
        new Dictionary<string, object>(StringComparer.Ordinal) { ["value"] = isOff });

    private static IReadOnlyList<string> Read(AxeResult result)
    {
        return
        [
            .. from violation in result.Violations
               from node in violation.Nodes
               select $"axe {violation.Id}: {violation.Help}: {node.Target} {Shortened(node.Html)} "
                   + string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message).Take(2)),
        ];
    }

    private static string Shortened(string html) => html.Length <= 160 ? html : html[..160] + "…";
}
