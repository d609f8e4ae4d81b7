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

public abstract class MoveRaceTests(DatabaseProvider provider) : PortalOnDatabase(provider)
{
    private const int Customers = 20;

    private readonly List<Order> orders = [];
    private readonly List<(PortalClient Browser, PortalPage Page)> visitors = [];

    public override async Task InitializeAsync()
    {
        await Portal.LeaveOneProducerAsync();
        var host = await SignedInAsync(Journeys.Host);
        for (var number = 0; number < Customers; number++)
        {
            var moment = new FreeMoment(new LocalDateTime(2027, 2, 1, 9, 0).PlusDays(number % 5).PlusWeeks(number / 5));
            orders.Add(await Portal.ReadAsync((await host.OrderAsync(moment: moment)).RequestNumber()));
            visitors.Add(await Portal.FindAsync(orders[^1]));
            Kept(visitors[^1].Browser);
        }
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
        var now = await Portal.InDatabaseAsync(
            db => db.Set<Order>().Where(order => numbers.Contains(order.Number)).ToListAsync());
        Assert.Equal(moved, now.Count(order => order.CalendarSequence == 1));
        var reserved = await Portal.InDatabaseAsync(
            db => db.Set<Reservation>().Where(item => item.OrderId != null).ToListAsync());
        Assert.All(now, order => Assert.Equal(
            order.Time.Start - Duration.FromMinutes(30),
            Assert.Single(reserved, item => item.OrderId == order.Id).Start));
        var report = await Portal.InDatabaseAsync(db =>
            db.CheckAsync(Portal.Clock.GetCurrentInstant(), mailsFrom: Portal.Clock.GetCurrentInstant()));
        Assert.True(report.IsSound, string.Join('\n', report.Findings));
        Assert.Empty(Portal.Log.Faults());
    }
}

public sealed class MoveRaceOnSqlite() : MoveRaceTests(DatabaseProvider.Sqlite);

public sealed class MoveRaceOnPostgreSql() : MoveRaceTests(DatabaseProvider.PostgreSql);

public sealed class MoveRaceOnSqlServer() : MoveRaceTests(DatabaseProvider.SqlServer);
