using System.Text;
using Microsoft.AspNetCore.Http;

namespace AssistPortal.TestSupport.Directories;

/// <summary>Something that goes wrong instead of a sensible answer.</summary>
public sealed class StubFault
{
    /// <summary>What the stub says in refusals. No portal may show or log it.</summary>
    public const string RawMessage = "raw message of the directory";

    private readonly Func<HttpContext, Task> answer;

    private StubFault(Func<HttpContext, Task> answer) => this.answer = answer;

    /// <summary>A refusal as the API words it.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="retryAfter">The header's value: seconds or a date.</param>
    /// <param name="trackingId">Null leaves it out.</param>
    public static StubFault Status(
        int status, string? retryAfter = null, string? trackingId = "NA_01-23-45") => new(async context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
        {
            context.Response.Headers.RetryAfter = retryAfter;
        }

        await context.Response.WriteAsJsonAsync(trackingId is null
            ? new { message = RawMessage }
            : (object)new { message = RawMessage, errors = new[] { new { description = RawMessage } }, trackingId });
    });

    /// <summary>No answer until whoever asked has gone.</summary>
    public static StubFault Hangs() => new(async context =>
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    });

    /// <summary>Status 200 with some text.</summary>
    public static StubFault Says(string body, string contentType = "application/json") => new(context =>
    {
        context.Response.ContentType = contentType;
        return context.Response.WriteAsync(body);
    });

    /// <summary>The connection breaks in the middle of an answer.</summary>
    public static StubFault Cut() => new(async context =>
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("{\"items\":[");
        await context.Response.Body.FlushAsync();
        context.Abort();
    });

    /// <summary>An answer that goes on and on.</summary>
    public static StubFault Endless() => new(async context =>
    {
        var part = Encoding.ASCII.GetBytes(new string(' ', 64 * 1024));
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(part, context.RequestAborted);
        }
    });

    /// <summary>A redirect.</summary>
    public static StubFault Redirects(string address) => new(context =>
    {
        context.Response.Redirect(address);
        return Task.CompletedTask;
    });

    internal Task AnswerAsync(HttpContext context) => answer(context);
}
