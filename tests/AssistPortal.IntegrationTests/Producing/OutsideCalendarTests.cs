using System.Net;
using AssistPortal.Assist.Calendars;
using AssistPortal.Assist.Producers;
using AssistPortal.Data.Database;
using AssistPortal.IntegrationTests.Staff;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Directories;
using AssistPortal.TestSupport.Portal;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.IntegrationTests.Producing;

/// <summary>Busy times from a producer's calendar outside the portal.</summary>
public abstract class OutsideCalendarTests(DatabaseProvider provider) : IAsyncLifetime
{
    private readonly TestDatabase database = DemoDatabase.Create(provider);
    private CalendarStub stub = null!;
    private PortalFactory portal = null!;
    private PortalClient browser = null!;

    public async Task InitializeAsync()
    {
        stub = await CalendarStub.StartAsync();
        portal = Portal(stub.Origin, database);
        await portal.LeaveOneProducerAsync();
        browser = portal.CreatePortalClient();
        await browser.SignInAsync("producer@demo.example");
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
        await stub.DisposeAsync();
        database.Dispose();
    }

    [DatabaseFact]
    public async Task A_calendar_is_read_as_time_off_that_leaves_what_is_reserved_and_goes_with_the_calendar()
    {
        var order = await portal.PlaceAsync();
        var id = order.ProducerId;
        stub.Text = CalendarStub.Of(During(order.Time.Start, order.Time.End));
        var page = await (await browser.GetAsync("/producer/time-off")).FollowAsync("#calendar a");
        foreach (var wrong in new[]
        {
            "", "http://calendar.example/a.ics", "https://a:b@calendar.example/", "mine",
            $"https://calendar.example/{new string('曆', 900)}",
        })
        {
            var told = await page.SubmitFormAsync("#calendar-form", new() { ["Address"] = wrong });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
            Assert.Contains("Address", told.Errors.Keys);
        }

        var saved = await page.SubmitFormAsync("#calendar-form", new() { ["Address"] = $" {stub.Address} " });
        Assert.Contains(Words("Read.Never"), saved.Get("#calendar").TextContent, StringComparison.Ordinal);
        await ReadAsync();
        Assert.Equal([order.Time.Start], (await BusyAsync(id)).Select(busy => busy.Start));
        Assert.NotEmpty(await portal.NoCoverAsync(order.Id));
        Assert.Equal(id, (await portal.ReadAsync(order.RequestNumber)).ProducerId);
        using var desk = portal.CreatePortalClient();
        await desk.SignInAsync("coordinator@demo.example");
        foreach (var shown in new[]
        {
            await browser.GetAsync("/producer/time-off"),
            await desk.GetAsync($"/staff/producers/{id}/time-off"),
        })
        {
            Assert.Contains(Words("Kind"), shown.Get("#busy-list").TextContent, StringComparison.Ordinal);
            Assert.Contains("127.0.0.1", shown.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(CalendarStub.Secret, shown.Source, StringComparison.Ordinal);
            Assert.DoesNotContain("Secret title", shown.Source, StringComparison.Ordinal);
        }

        var day = order.Time.LocalStart.Date;
        var schedule = await desk.GetAsync($"/staff/schedule?date={day:uuuu-MM-dd}&zone={order.Time.TimeZone}");
        Assert.NotNull(schedule.Find("rect[fill='url(#schedule-busy)']"));
        Assert.StartsWith(
            portal.Words("en", "Schedule.Legend.Busy"),
            schedule.Get(".schedule-words .schedule-mark--busy").TextContent,
            StringComparison.Ordinal);

        // What is as it was is not sent again; what fails keeps what was read, and tells since when.
        portal.Clock.AdvanceMinutes(15);
        await ReadAsync();
        Assert.Equal([200, 304], stub.Answers);
        stub.Instead = context =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        };
        portal.Clock.AdvanceMinutes(15);
        await ReadAsync();
        var fails = await desk.GetAsync($"/staff/producers/{id}/time-off");
        Assert.Contains(Words("Fault.NotFound"), fails.Get("#calendar-fails").TextContent, StringComparison.Ordinal);
        Assert.Single(await BusyAsync(id));

        stub.Instead = null;
        (stub.Text, stub.ETag) = (CalendarStub.Of(), "\"2\"");
        portal.Clock.AdvanceMinutes(15);
        await ReadAsync();
        Assert.Empty(await BusyAsync(id));
        Assert.Empty(await portal.NoCoverAsync(order.Id));
        Assert.Null((await browser.GetAsync("/producer/time-off")).Find("#calendar-fails"));

        // The address stands nowhere as it is: not in the database, the audit trail or the log.
        var kept = await portal.InDatabaseAsync(db => db.Set<ProducerCalendar>().AsNoTracking().SingleAsync());
        Assert.DoesNotContain(CalendarStub.Secret, kept.ProtectedAddress, StringComparison.Ordinal);
        var entered = Assert.Single(await portal.AuditAsync("producer.calendar-entered", $"{id}"));
        Assert.DoesNotContain(CalendarStub.Secret, entered.Details, StringComparison.Ordinal);
        Assert.DoesNotContain(
            portal.Log.Lines, line => line.Message.Contains(CalendarStub.Secret, StringComparison.Ordinal));

        await (await browser.GetAsync("/producer/time-off")).SubmitFormAsync("#calendar-remove");
        Assert.Empty(await portal.InDatabaseAsync(db => db.Set<ProducerCalendar>().ToListAsync()));
    }

    [DatabaseFact]
    public async Task Two_servers_share_the_work_and_a_killed_one_loses_its_lease()
    {
        stub.Text = CalendarStub.Of("DTSTART:20270105T150000Z\r\nDTEND:20270105T160000Z");
        await (await browser.GetAsync("/producer/time-off/calendar")).SubmitAsync(
            new() { ["Address"] = stub.Address });
        var gate = new TaskCompletionSource();
        stub.Instead = async context =>
        {
            await gate.Task;
            await context.Response.WriteAsync(stub.Text);
        };
        var first = ReadAsync();
        while (!await portal.InDatabaseAsync(
            db => db.Set<ProducerCalendar>().AnyAsync(item => item.LeaseOwner != null)))
        {
            await Task.Yield();
        }

        // Another server has nothing to do while the first one reads.
        Assert.False(await ReadAsync());
        portal.Clock.Advance(CalendarReadings.Lease);
        var second = ReadAsync();
        gate.SetResult();
        Assert.True(await first);
        Assert.True(await second);
        Assert.Single(await portal.InDatabaseAsync(db => db.Set<BusyTime>().ToListAsync()));
    }

    [DatabaseTheory]
    [InlineData("https://127.0.0.1/a.ics")]
    [InlineData("https://[::1]/a.ics")]
    [InlineData("https://10.0.0.7/a.ics")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://224.0.0.1/a.ics")]
    [InlineData("https://rebinding.example/a.ics")]
    public async Task Addresses_that_are_not_public_are_not_connected_to(string address)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var answer = await scope.ServiceProvider.GetRequiredService<CalendarClient>()
            .FetchAsync(new Uri(address), known: null, CancellationToken.None);
        Assert.Equal(CalendarFault.NotReachable, Assert.IsType<CalendarAnswer.Failed>(answer).Fault);
    }

    [DatabaseFact]
    public async Task What_is_too_large_or_leads_astray_is_given_up()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var client = scope.ServiceProvider.GetRequiredService<CalendarClient>();
        async Task<CalendarFault> FaultAsync() => Assert.IsType<CalendarAnswer.Failed>(
            await client.FetchAsync(new Uri(stub.Address), known: null, CancellationToken.None)).Fault;
        stub.Text = new string('x', (2 * 1024 * 1024) + 1);
        Assert.Equal(CalendarFault.TooLarge, await FaultAsync());
        stub.Instead = context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return context.Response.WriteAsync("no gzip");
        };
        Assert.Equal(CalendarFault.NotReachable, await FaultAsync());
        foreach (var (target, fault) in new[]
        {
            ("http://[", CalendarFault.NotReachable),
            (stub.Address, CalendarFault.Redirected),
            ("http://calendar.example/", CalendarFault.Redirected),
            ("file:///etc/passwd", CalendarFault.Redirected),
            ("https://10.0.0.7/", CalendarFault.NotReachable),
        })
        {
            stub.Instead = context =>
            {
                context.Response.Redirect(target);
                return Task.CompletedTask;
            };
            Assert.Equal(fault, await FaultAsync());
        }
    }

    private static PortalFactory Portal(string allowed, TestDatabase database) => PortalFactory.With(new PortalSetup
    {
        Database = database,
        Settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Calendars:AllowedAddresses:0"] = allowed,
        },
        Services = services =>
        {
            // The tests say when a calendar is read.
            services.Remove(services.Single(item =>
                item.ServiceType == typeof(IHostedService) && item.ImplementationType == typeof(CalendarWorker)));
            services.AddSingleton<AssistPortal.Data.Outgoing.HostResolver>(
                (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));
        },
    });

    private static string During(Instant start, Instant end)
    {
        var pattern = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");
        return $"DTSTART:{pattern.Format(start)}\r\nDTEND:{pattern.Format(end)}";
    }

    private string Words(string key) => portal.Words("en", $"Producers.Calendar.{key}");

    private async Task<bool> ReadAsync()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var readings = scope.ServiceProvider.GetRequiredService<CalendarReadings>();
        return await readings.ReadNextAsync(CancellationToken.None);
    }

    private Task<List<BusyTime>> BusyAsync(int producerId) => portal.InDatabaseAsync(db =>
        db.Set<BusyTime>().AsNoTracking().Where(busy => busy.ProducerId == producerId).ToListAsync());
}

public sealed class OutsideCalendarOnSqlite() : OutsideCalendarTests(DatabaseProvider.Sqlite);

public sealed class OutsideCalendarOnPostgreSql() : OutsideCalendarTests(DatabaseProvider.PostgreSql);
