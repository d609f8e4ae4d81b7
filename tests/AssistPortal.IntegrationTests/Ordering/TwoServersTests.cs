using System.Net;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Ordering;

/// <summary>Two portals on one database, each with a memory of its own.</summary>
public abstract class TwoServersTests : IAsyncLifetime
{
    private static readonly FreeMoment Moment = new(new(2027, 3, 24, 12, 0));
    private static readonly FreeMoment Later = new(new(2027, 3, 25, 12, 0));

    private readonly TestDatabase database;
    private readonly PortalFactory one;
    private readonly PortalFactory other;

    protected TwoServersTests(DatabaseProvider provider)
    {
        database = DemoDatabase.Create(provider);
        one = PortalFactory.With(new PortalSetup { Database = database });
        other = PortalFactory.With(new PortalSetup { Database = database, Clock = one.Clock });
    }

    public Task InitializeAsync() => one.LeaveOneProducerAsync();

    public async Task DisposeAsync()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
        database.Dispose();
    }

    [DatabaseFact]
    public async Task What_happens_on_one_server_is_what_the_other_offers()
    {
        using var host = one.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        using var second = other.CreatePortalClient();
        await second.SignInAsync(await one.AddHostAsync("Second", PortalPeople.Northwind));
        var step = await second.BeginAsync();
        var address = $"/assist/order/{step.Draft()}/free-times?PackageCode=ec-premium&DurationMinutes=60"
            + $"&TimeZone={Moment.Zone}&StartDate=";
        Assert.True(await IsOfferedAsync(Moment));

        var held = await host.ToEventInformationAsync(moment: Moment);
        Assert.False(await IsOfferedAsync(Moment));

        var order = await one.ReadAsync(
            (await held.SubmitAsync(Journeys.EventFields())).At("confirmation").RequestNumber());
        Assert.False(await IsOfferedAsync(Moment));

        var (customer, page) = await one.FindAsync(order);
        using var _ = customer;
        (await (await page.MoveAsync(customer, Later)).At("meeting-lookup")
            .SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("confirmation");
        Assert.True(await IsOfferedAsync(Moment));
        Assert.False(await IsOfferedAsync(Later));

        var ask = await customer.GetAsync($"/assist/manage/{order.RequestNumber}/cancel");
        await ask.SubmitAsync(button: "button[value=yes]");
        Assert.True(await IsOfferedAsync(Later));

        await one.InDatabaseAsync(async db =>
        {
            var producer = await db.Set<Producer>().SingleAsync(item => item.IsActive);
            db.Add(new TimeOff
            {
                ProducerId = producer.Id,
                Start = Moment.Start,
                End = Moment.Start + NodaTime.Duration.FromHours(1),
            });
            await db.SaveChangesAsync();
        });
        Assert.False(await IsOfferedAsync(Moment));

        async Task<bool> IsOfferedAsync(FreeMoment moment)
        {
            var strip = await second.GetAsync($"{address}{moment.At.Date:uuuu-MM-dd}");
            return strip.All($"button[value*='{moment.At:HH:mm}']").Count > 0;
        }
    }

    [DatabaseFact]
    public async Task The_key_wins_over_a_memory_that_was_passed_by_and_the_host_sees_other_times()
    {
        using var host = one.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var step = await host.BeginAsync();
        await one.InDatabaseAsync(async db =>
        {
            foreach (var (name, on) in database.Provider == DatabaseProvider.Sqlite
                ? [("_INSERT", ""), ("_UPDATE", "")]
                : new[] { ("", " ON \"Reservations\"") })
            {
#pragma warning disable EF1002 // Nobody's input.
                await db.Database.ExecuteSqlRawAsync($"DROP TRIGGER \"{ReservationChange.Trigger}{name}\"{on}");
#pragma warning restore EF1002
            }

            var producer = await db.Set<Producer>().SingleAsync(item => item.IsActive);
            await db.ReserveAsync(
                Reservation.ForOrder(
                    producer.Id, new(Moment.Start, Moment.Start + NodaTime.Duration.FromHours(1)), Guid.NewGuid()),
                one.Clock.GetCurrentInstant(),
                default);
        });

        var answer = await step.SubmitAsync(Moment.Fields());

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(3, answer.All("button[name=Alternative]").Count);
        Assert.Empty(one.Log.Faults());
        Assert.Single(await one.InDatabaseAsync(db => db.Set<Reservation>().AsNoTracking()
            .Where(item => item.Start < Moment.Start + NodaTime.Duration.FromHours(1) && item.End > Moment.Start)
            .ToListAsync()));
    }
}

public sealed class TwoServersOnSqlite() : TwoServersTests(DatabaseProvider.Sqlite);

public sealed class TwoServersOnPostgreSql() : TwoServersTests(DatabaseProvider.PostgreSql);
