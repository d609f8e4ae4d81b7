using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data.Database;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.TestSupport.Checking;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Managing;

public abstract class MoveRaceTests : IAsyncLifetime
{
    private const int Customers = 20;

    private readonly TestDatabase database;
    private readonly PortalFactory portal;
    private readonly List<Order> orders = [];
    private readonly List<(PortalClient Browser, PortalPage Page)> visitors = [];

    protected MoveRaceTests(DatabaseProvider provider)
    {
        database = DemoDatabase.Create(provider);
        portal = PortalFactory.With(new PortalSetup { Database = database });
    }

    public async Task InitializeAsync()
    {
        await portal.LeaveOneProducerAsync();
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        for (var number = 0; number < Customers; number++)
        {
            var moment = new FreeMoment(new LocalDateTime(2027, 2, 1, 9, 0).PlusDays(number % 5).PlusWeeks(number / 5));
            orders.Add(await portal.ReadAsync((await host.OrderAsync(moment: moment)).RequestNumber()));
            visitors.Add(await portal.FindAsync(orders[^1]));
        }
    }

    public async Task DisposeAsync()
    {
        visitors.ForEach(visitor => visitor.Browser.Dispose());
        await portal.DisposeAsync();
        database.Dispose();
    }

    [DatabaseFact]
    public async Task Of_twenty_customers_who_move_to_the_same_last_free_time_one_wins_and_nobody_loses_the_old_one()
    {
        var wish = new FreeMoment(new(2027, 1, 19, 12, 0));
        var pages = await Task.WhenAll(visitors.Select(visitor => visitor.Page.MoveAsync(visitor.Browser, wish)));
        Assert.All(pages, page => Assert.True((int)page.Status is 200 or 422, page.Describe()));
        var winner = Assert.Single(pages, page => page.Status == HttpStatusCode.OK);
        Assert.All(
            pages.Where(page => page != winner), page => Assert.Equal(3, page.All("button[name=Alternative]").Count));
        (await winner.At("meeting-lookup").SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("confirmation");
        await AssertAllHaveOneAsync(moved: 1);
    }

    private async Task AssertAllHaveOneAsync(int moved)
    {
        var numbers = orders.Select(order => order.Number).ToList();
        var now = await portal.InDatabaseAsync(
            db => db.Set<Order>().Where(order => numbers.Contains(order.Number)).ToListAsync());
        Assert.Equal(moved, now.Count(order => order.CalendarSequence == 1));
        var reserved = await portal.InDatabaseAsync(
            db => db.Set<Reservation>().Where(item => item.OrderId != null).ToListAsync());
        Assert.All(now, order => Assert.Equal(
            order.Time.Start - Duration.FromMinutes(30),
            Assert.Single(reserved, item => item.OrderId == order.Id).Start));
        var report = await portal.InDatabaseAsync(db =>
            db.CheckAsync(portal.Clock.GetCurrentInstant(), mailsFrom: portal.Clock.GetCurrentInstant()));
        Assert.True(report.IsSound, string.Join('\n', report.Findings));
        Assert.Empty(portal.Log.Faults());
    }
}

public sealed class MoveRaceOnSqlite() : MoveRaceTests(DatabaseProvider.Sqlite);

public sealed class MoveRaceOnPostgreSql() : MoveRaceTests(DatabaseProvider.PostgreSql);

public sealed class MoveRaceOnSqlServer() : MoveRaceTests(DatabaseProvider.SqlServer);
