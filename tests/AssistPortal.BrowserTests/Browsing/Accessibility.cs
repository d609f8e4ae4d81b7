using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Browsing;

/// <summary>axe with its rules for WCAG 2.2 AA and best practice.</summary>
internal static class Accessibility
{
    private static readonly AxeRunOptions Options = new()
    {
        // Off unless asked for, although it is part of WCAG 2.2 AA.
        Rules = new Dictionary<string, RuleOptions>(StringComparer.Ordinal) { ["target-size"] = new() { Enabled = true } },
        ResultTypes = [ResultType.Violations],
    };

    public static async Task<IReadOnlyList<string>> ProblemsAsync(IPage page)
    {
        var result = await page.RunAxe(Options);
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
