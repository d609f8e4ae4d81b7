using Microsoft.AspNetCore.Mvc;

namespace AssistPortal.Benchmarks.BarePage;

public sealed class PageController : Controller
{
    private static readonly BarePageModel Model = new(
        "A bare page",
        [.. Enumerable.Range(1, 24)
            .Select(hour => new BarePageRow($"Hour {hour}", $"What happens in hour {hour} of the day"))]);

    [HttpGet("/")]
    public IActionResult Show() => View("Page", Model);
}

/// <param name="Title">Heading of the page.</param>
/// <param name="Rows">Lines of its table.</param>
public sealed record BarePageModel(string Title, IReadOnlyList<BarePageRow> Rows);

public sealed record BarePageRow(string Name, string Text);
