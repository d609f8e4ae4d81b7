using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AssistPortal.TestSupport.Directories;

/// <summary>
/// The Webex Meetings REST API as far as the portal uses it, on Kestrel in the test's process: bearer token, windows
/// that default to seven days, pages with links, meetings to which somebody is only invited, secrets in answers,
/// changes with their media type and zone. What goes wrong is told by <see cref="Next"/> and <see cref="Always"/>.
/// </summary>
public sealed class WebexStub : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly WebApplication app;
    private readonly StubMeetings meetings = new();
    private readonly ConcurrentQueue<StubRequest> requests = new();
    private readonly ConcurrentQueue<StubFault> next = new();
    private StubFault? always;

    private WebexStub(WebApplication app) => this.app = app;

    /// <summary>Base address, ending in a slash: the Address of a site's settings.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The only token that is accepted.</summary>
    public string Token { get; } = $"stub-token-{Guid.NewGuid():n}";

    /// <summary>Whether the token is an administrator's; a user's may not name a host.</summary>
    public bool IsAdministrator { get; set; } = true;

    /// <summary>Whose meetings are listed when no host is named.</summary>
    public string OwnEmail { get; set; } = "host@demo.example";

    /// <summary>The only media type of changes that is accepted.</summary>
    public string PatchMediaType { get; set; } = "application/json";

    /// <summary>The most meetings on a page, whatever is asked for.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>Makes the address of the next page from the true one, for links that lead astray.</summary>
    public Func<string, string>? LinkTo { get; set; }

    /// <summary>Whether each page links to a next one, even the last.</summary>
    public bool PagesEndlessly { get; set; }

    /// <summary>The API's clock: where its windows begin that nobody has given.</summary>
    public Instant Now { get; set; } = TestClock.AtStartOfDecember2026().GetCurrentInstant();

    /// <summary>All requests so far, those too that went wrong.</summary>
    public IReadOnlyList<StubRequest> Requests => [.. requests];

    public static async Task<WebexStub> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var stub = new WebexStub(builder.Build());
        stub.app.Run(stub.AnswerAsync);
        await stub.app.StartAsync();
        stub.Address = $"{stub.app.Urls.Single()}/v1/";
        return stub;
    }

    public StubMeeting Add(StubMeeting meeting)
    {
        meetings.Add(meeting);
        return meeting;
    }

    /// <summary>The key of an occurrence of a series.</summary>
    public static string OccurrenceId(StubMeeting series, Instant start) => StubMeetings.OccurrenceId(series.Id, start);

    /// <summary>When a meeting or an occurrence takes place now; null where there is none.</summary>
    public (Instant Start, int Minutes)? TimeOf(string id) => meetings.TimeOf(id);

    /// <summary>What goes wrong with the next requests, one each.</summary>
    public void Next(params StubFault[] faults)
    {
        foreach (var fault in faults)
        {
            next.Enqueue(fault);
        }
    }

    /// <summary>What goes wrong with every request from now on; null ends it.</summary>
    public void Always(StubFault? fault) => always = fault;

    /// <summary>Waits until so many requests have arrived, with those before.</summary>
    /// <exception cref="TimeoutException">They have not.</exception>
    public async Task ArrivedAsync(int count)
    {
        for (var began = Stopwatch.GetTimestamp(); requests.Count < count; await Task.Delay(10))
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new TimeoutException($"{requests.Count} requests instead of {count}.");
            }
        }
    }

    public void Dispose()
    {
        app.StopAsync(new CancellationToken(canceled: true)).GetAwaiter().GetResult();
        ((IDisposable)app).Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = await StubWords.ReadAsync(context.Request);
        var fault = next.TryDequeue(out var following) ? following : always;
        requests.Enqueue(request);
        if (fault is not null)
        {
            await fault.AnswerAsync(context);
        }
        else if (request.Headers.GetValueOrDefault("Authorization") != $"Bearer {Token}")
        {
            await StubWords.RefuseAsync(context, 401);
        }
        else
        {
            var answer = (request.Method, request.Path) switch
            {
                ("GET", "meetings") => ListAsync(context, request),
                ("PATCH", _) when request.Path.StartsWith("meetings/", StringComparison.Ordinal) =>
                    ChangeAsync(context, request),
                (_, "meetings") => StubWords.RefuseAsync(context, 405),
                _ => StubWords.RefuseAsync(context, 404),
            };
            await answer;
        }
    }

    private async Task ListAsync(HttpContext context, StubRequest request)
    {
        var query = request.Query;
        if (query.ContainsKey("hostEmail") && !IsAdministrator)
        {
            await StubWords.RefuseAsync(context, 403);
            return;
        }

        var week = Duration.FromDays(7);
        var to = StubWords.Moment(query.GetValueOrDefault("to"));
        var from = StubWords.Moment(query.GetValueOrDefault("from")) ?? (to - week) ?? Now;
        var most = int.Parse(query.GetValueOrDefault("max", "10"), null);
        if (most is < 1 or > 100 || to < from)
        {
            await StubWords.RefuseAsync(context, 400);
            return;
        }

        var all = meetings.List(
            query.GetValueOrDefault("hostEmail", OwnEmail),
            query.GetValueOrDefault("meetingType", "meetingSeries"),
            from,
            to ?? (from + week),
            query.GetValueOrDefault("siteUrl"));
        var size = Math.Min(most, PageSize);
        var offset = int.Parse(query.GetValueOrDefault("offset", "0"), null);
        if (PagesEndlessly || offset + size < all.Count)
        {
            var kept = query.Where(field => field.Key != "offset")
                .Append(new("offset", $"{(PagesEndlessly ? offset : offset + size)}"));
            var link = $"{Address}meetings{QueryString.Create(kept!)}";
            context.Response.Headers.Link =
                $"<{Address}meetings>; rel=\"first\", <{LinkTo?.Invoke(link) ?? link}>; rel=\"next\"";
        }

        await context.Response.WriteAsJsonAsync(new { items = all.Skip(offset).Take(size) });
    }

    private async Task ChangeAsync(HttpContext context, StubRequest request)
    {
        var type = request.Headers.GetValueOrDefault("Content-Type", "").Split(';')[0].Trim();
        if (type != PatchMediaType)
        {
            await StubWords.RefuseAsync(context, 415);
            return;
        }

        var change = JsonSerializer.Deserialize<StubChange>(request.Body, JsonSerializerOptions.Web)!;
        if (change.HostEmail is not null != IsAdministrator)
        {
            await StubWords.RefuseAsync(context, 403);
            return;
        }

        var zone = DateTimeZoneProviders.Tzdb[change.Timezone ?? "UTC"];
        var (start, end) = (StubWords.Moment(change.Start, zone), StubWords.Moment(change.End, zone));
        var minutes = (end - start)?.TotalMinutes;
        if (minutes is not (>= 10 and < 24 * 60))
        {
            await StubWords.RefuseAsync(context, 400);
        }
        else if (meetings.Change(
            Uri.UnescapeDataString(request.Path["meetings/".Length..]), start!.Value, (int)minutes))
        {
            await context.Response.WriteAsJsonAsync(new { password = StubMeeting.Secret });
        }
        else
        {
            await StubWords.RefuseAsync(context, 404);
        }
    }

    private sealed record StubChange(string? Start, string? End, string? Timezone, string? HostEmail, bool? SendEmail);
}
