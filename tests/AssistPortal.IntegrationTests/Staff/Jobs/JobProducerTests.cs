using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Jobs;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff.Jobs;

/// <summary>Who takes over whose order where one job changes the producers of several.</summary>
public sealed class JobProducerTests(JobFixture staff) : IClassFixture<JobFixture>
{
    private PortalFactory Portal => staff.Portal;

    [Fact]
    public async Task Who_is_freed_by_one_order_takes_the_next_and_sessions_that_stay_are_named()
    {
        // Three work: at the time of two orders one of them is free, until the first has gone over.
        var (moment, before) = (FreeMoment.Next(), FreeMoment.Next());
        string[] three = ["Olivia Carter", "Jonas Weber", "Renata Moreira"];
        await Portal.InDatabaseAsync(db => db.EditAsync(
            db.Set<Producer>(), producer => producer.SetActive(three.Contains(producer.Name))));
        var second = (await Portal.AddOrdersAsync("swapped", 1, [moment], assisting: "Jonas Weber"))[0];
        var first = (await Portal.AddOrdersAsync("swapped", 1, [moment]))[0];
        await Portal.AddOrdersAsync("other", 1, [before], assisting: "Renata Moreira");
        var (stays, goes) = (await SessionAsync(first, before.Start), await SessionAsync(
            first, before.Start + Duration.FromHours(2)));

        // Who has declined the second one does not get it.
        await Portal.InDatabaseAsync(async db =>
        {
            var renata = await db.Set<Producer>().SingleAsync(item => item.Name == "Renata Moreira");
            var declined = new AssignedTime(
                Guid.NewGuid(),
                second,
                Session: null,
                renata.Id,
                new Interval(second.Time.Start, second.Time.End));
            db.Add(AssignmentAnswer.Declined(declined, "Away", Portal.Clock.GetCurrentInstant()));
            await db.SaveChangesAsync();
        });
        var form = await staff.ChooseAsync(
            "", OrderJobAct.Producer, $"{first.RequestNumber}", $"{second.RequestNumber}");
        var forecast = await form.SubmitAsync();
        Assert.Contains("Olivia Carter → Renata Moreira", LineOf(forecast, first), StringComparison.Ordinal);
        Assert.Contains("Jonas Weber → Olivia Carter", LineOf(forecast, second), StringComparison.Ordinal);
        var named = Portal.Words("en", "StaffJob.What.Sessions|Olivia Carter|").TrimEnd();
        Assert.Contains(named, LineOf(forecast, first), StringComparison.Ordinal);
        Assert.DoesNotContain(named, LineOf(forecast, second), StringComparison.Ordinal);
        var job = JobFixture.JobOf(await forecast.SubmitAsync());

        // Another server begins with the second one: it waits for the first, and is not refused.
        Assert.True(await staff.WorkAsync(job, 2));
        Assert.Equal(JobItemState.Waiting, (await staff.ItemsAsync(job))[1].State);
        await staff.WorkAsync();
        await staff.LapseAsync(job);
        await staff.WorkAsync();

        Assert.All(await staff.ItemsAsync(job), item => Assert.Equal(JobItemState.Done, item.State));
        Assert.Equal("Renata Moreira", await ProducerAsync(first));
        Assert.Equal("Olivia Carter", await ProducerAsync(second));
        var done = await staff.Browser.GetAsync($"/staff/jobs/{job}");
        Assert.Contains(named, LineOf(done, first), StringComparison.Ordinal);
        Assert.Equal([stays], (await staff.ItemsAsync(job))[0].Staying);
        Assert.Equal(
            [("Olivia Carter", stays), ("Renata Moreira", goes)],
            await Portal.InDatabaseAsync(async db => (await db.Set<OrderSession>()
                .Where(session => session.OrderId == first.Id)
                .Join(db.Set<Producer>(), session => session.ProducerId, producer => producer.Id, (session, producer) =>
                    new { producer.Name, session.Id, session.Start })
                .OrderBy(session => session.Start)
                .ToListAsync())
                .ConvertAll(session => (session.Name, session.Id))));
    }

    private static string LineOf(PortalPage page, Order order) => PortalPage.Squeeze(page.All("#job-lines tbody tr")
        .Single(line => line.TextContent.Contains($"{order.RequestNumber}", StringComparison.Ordinal)).TextContent);

    private Task<string> ProducerAsync(Order order) => Portal.InDatabaseAsync(db => db.Set<Order>()
        .Where(item => item.Id == order.Id)
        .Join(db.Set<Producer>(), item => item.ProducerId, producer => producer.Id, (_, producer) => producer.Name)
        .SingleAsync());

    /// <summary>A planning call of a quarter of an hour, held by the order's producer.</summary>
    private Task<Guid> SessionAsync(Order order, Instant start) => Portal.InDatabaseAsync(async db =>
    {
        var session = OrderSession.Schedule(order.Id, SessionKind.PlanningCall, order.ProducerId, start, 15);
        db.Add(session);
        await db.SaveChangesAsync();
        db.Add(Reservation.ForSession(
            order.ProducerId, new Interval(start, start + Duration.FromMinutes(15)), session.Id));
        await db.SaveChangesAsync();
        return session.Id;
    });
}
