using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AssistPortal.TestSupport.Directories;

/// <summary>A host of private calendars, on this machine's loopback address.</summary>
public sealed class CalendarStub : IAsyncDisposable
{
    /// <summary>What no portal may show or log.</summary>
    public const string Secret = "private-0123456789abcdef";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<int> answers = new();

    private CalendarStub(WebApplication app) => this.app = app;

    /// <summary>Address of the calendar, with its secret.</summary>
    public string Address => $"{Origin}{Secret}/basic.ics";

    public string Origin { get; private set; } = "";

    /// <summary>What is served.</summary>
    public string Text { get; set; } = "";

    public string ETag { get; set; } = "\"1\"";

    /// <summary>Answers instead of the calendar; null for the calendar.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    /// <summary>Status of each answer so far.</summary>
    public IReadOnlyList<int> Answers => [.. answers];

    public static async Task<CalendarStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = builder.Build();
        var stub = new CalendarStub(host);
        host.Run(stub.AnswerAsync);
        await host.StartAsync();
        stub.Origin = $"{host.Urls.First()}/";
        return stub;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    /// <summary>A calendar of some events, each with its lines.</summary>
    public static string Of(params string[] events) => string.Join("\r\n", [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//EN",
        .. events.Select((lines, index) =>
            $"BEGIN:VEVENT\r\nUID:{index}@elsewhere\r\nDTSTAMP:20260101T000000Z\r\nSUMMARY:Secret title\r\n"
            + $"{lines}\r\nEND:VEVENT"),
        "END:VCALENDAR", ""]);

    private async Task AnswerAsync(HttpContext context)
    {
        if (Instead is { } instead)
        {
            await instead(context);
        }
        else if (context.Request.Headers.IfNoneMatch == ETag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
        }
        else
        {
            context.Response.Headers.ETag = ETag;
            context.Response.ContentType = "text/calendar";
            await context.Response.WriteAsync(Text);
        }

        answers.Enqueue(context.Response.StatusCode);
    }
}
