using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Browsing;

/// <summary>
/// Listens to all pages of a browser context, and remembers whatever no visit should ever show: words on the console,
/// script errors, violations of the content security policy, requests that failed or were answered with an error.
/// </summary>
internal sealed class PageWatch
{
    private const string CspMark = "content-security-policy:";

    private const string TellViolations =
        $"document.addEventListener('securitypolicyviolation', e => console.error('{CspMark}', e.violatedDirective, "
            + "e.blockedURI));";

    private readonly ConcurrentQueue<string> problems = new();
    private readonly ConcurrentDictionary<int, byte> expectedStatuses = new();

    public IReadOnlyCollection<string> Problems => problems;

    public static async Task<PageWatch> OnAsync(IBrowserContext context)
    {
        var watch = new PageWatch();
        await context.AddInitScriptAsync(TellViolations);
        context.Page += (_, page) => watch.Listen(page);
        return watch;
    }

    /// <summary>A page with this status is what the test asks for. 422, a form shown again, always may be.</summary>
    public void Expect(int status) => expectedStatuses[status] = 0;

    /// <summary>Nothing is known of what was before.</summary>
    public void Forget()
    {
        problems.Clear();
        expectedStatuses.Clear();
    }

    private void Listen(IPage page)
    {
        page.Console += (_, message) => Hear(message);
        page.PageError += (_, error) => problems.Enqueue($"script error: {error}");
        page.Crash += (_, _) => problems.Enqueue("the page crashed");
        page.RequestFailed += (_, request) => Miss(request);
        page.Response += (_, response) => Look(response);
    }

    private void Hear(IConsoleMessage message)
    {
        // The browser's own remark on a status: Look() judges the response.
        if (message.Text.StartsWith(
            "Failed to load resource: the server responded with a status of", StringComparison.Ordinal))
        {
            return;
        }

        if (message.Type is "error" or "warning" or "assert")
        {
            problems.Enqueue($"console {message.Type}: {message.Text} ({message.Location})");
        }
    }

    private void Miss(IRequest request)
    {
        // A later question about free times or time zones calls the earlier one off, and so does leaving the page.
        var calledOff = request.Failure == "net::ERR_ABORTED"
            && request.ResourceType == "fetch"
            && (request.Url.Contains("/free-times?", StringComparison.Ordinal)
                || request.Url.Contains("/times/zones?", StringComparison.Ordinal));
        if (!calledOff)
        {
            problems.Enqueue($"request failed: {request.Method} {request.Url}: {request.Failure}");
        }
    }

    private void Look(IResponse response)
    {
        var isPage = response.Request.IsNavigationRequest;
        var fine = response.Status < 400
            || (isPage && (response.Status == 422 || expectedStatuses.ContainsKey(response.Status)));
        if (!fine)
        {
            problems.Enqueue($"status {response.Status}: {response.Request.Method} {response.Url}");
        }
    }
}
