using System.Net;
using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Desk.Audit;
using AssistPortal.Assist.Jobs;
using AssistPortal.Assist.Jobs.Audit;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff.Jobs;

/// <summary>One act on several orders of the list.</summary>
public sealed class JobTests(JobFixture staff) : IClassFixture<JobFixture>
{
    private PortalFactory Portal => staff.Portal;

    [Fact]
    public async Task Five_hundred_orders_are_foreseen_begun_and_done_each_with_its_result_without_a_browser()
    {
        var orders = await Portal.AddOrdersAsync("fivehundred", 500);
        var form = await staff.ChooseAsync("q=fivehundred", OrderJobAct.Owner, "View");
        Assert.Contains("500", form.Get("#job-chosen").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Owner"], (await form.SubmitAsync(new() { ["Owner"] = "" })).Errors.Keys);
        await OwnAsync(orders[7]);
        var forecast = await form.SubmitAsync(new() { ["Owner"] = await IdAsync("coordinator@demo.example") });
        Assert.EndsWith("/forecast", forecast.Path, StringComparison.Ordinal);
        Assert.Equal(100, forecast.All("#job-lines tbody tr").Count);
        Assert.Equal([500, 499, 1], CountsOf(forecast));
        Assert.Equal(0, await OwnedAsync());

        // Somebody takes one before its turn; nothing is done before the job is begun, and one server begins.
        var done = await forecast.SubmitAsync();
        var job = JobFixture.JobOf(done);
        await OwnAsync(orders[42], DemoAccounts.Administrator);
        Assert.NotNull(done.Find("#job-live[data-running=true] form[method=get] button"));
        Assert.True(await staff.WorkAsync(job, 1));
        Assert.True(await staff.WorkAsync(job, 2));
        var running = await staff.Browser.GetAsync(done.Path);
        Assert.Equal("500", running.Get("progress").GetAttribute("max"));
        Assert.Equal("3", running.Get("progress").GetAttribute("value"));
        Assert.Equal([500, 2, 1, 497], CountsOf(running));

        await staff.WorkAsync();
        var over = await staff.Browser.GetAsync(done.Path);
        Assert.NotNull(over.Find("#job-live[data-running=false]"));
        Assert.Null(over.Find("form[action$=stop]"));
        Assert.Equal([500, 498, 2], CountsOf(over));
        var left = await staff.Browser.GetAsync($"{done.Path}?show=refused");
        Assert.Equal(
            new[] { orders[7], orders[42] }.Select(order => $"/staff/orders/{order.RequestNumber}").Order(),
            left.All("#job-lines tbody th a").Select(link => link.GetAttribute("href")!).Order());
        Assert.Equal(
            [Words("Refusal.SoAlready"), Words("Refusal.Changed")],
            left.All("#job-lines tbody tr td:last-child").Select(cell => PortalPage.Squeeze(cell.TextContent)));
        Assert.Equal(498, await OwnedAsync());
        Assert.Equal(
            await IdAsync("coordinator@demo.example"),
            $"{Assert.Single(await Portal.AuditAsync<OrderOwnerChanged>(orders[99].Id)).OwnerId.After}");
        Assert.Equal(499, Assert.Single(await Portal.AuditAsync<OrderJobBegun>(job)).Orders);
        Assert.Contains(
            $"/staff/jobs/{job}",
            (await staff.Browser.GetAsync("/staff/audit?subject=OrderJob")).Get("main").InnerHtml,
            StringComparison.Ordinal);
        Assert.Contains(
            $"/staff/jobs/{job}", (await staff.Browser.GetAsync("/staff/jobs")).Source, StringComparison.Ordinal);

        async Task<int> OwnedAsync()
        {
            var own = Guid.Parse(await IdAsync("coordinator@demo.example"));
            return await Portal.InDatabaseAsync(db => db.Set<Order>().CountAsync(order =>
                order.OwnerId == own && order.Event.Topic.StartsWith("fivehundred") && order.Id != orders[7].Id));
        }
    }

    [Fact]
    public async Task Orders_are_cancelled_as_on_their_pages_but_for_those_that_somebody_has_changed()
    {
        var orders = await Portal.AddOrdersAsync(
            "ending", 4, start: Portal.Clock.GetCurrentInstant() + Duration.FromDays(2));
        await CancelAsync(orders[3]);
        var form = await staff.ChooseAsync(
            "q=ending", OrderJobAct.Cancel, [.. orders.Select(order => $"{order.RequestNumber}")]);
        Assert.Equal(["Fee"], (await form.SubmitAsync()).Errors.Keys);
        var unsaid = await form.SubmitAsync(new() { ["Fee"] = "waive" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "waive"), (unsaid.Status, unsaid.Value("Fee")));
        Assert.Equal(["Reason"], unsaid.Errors.Keys);
        var forecast = await form.SubmitAsync(new()
        {
            ["Fee"] = "charge", ["Reason"] = "The hall burnt down", ["MessageToCustomer"] = "We are sorry.",
        });
        Assert.Equal([4, 3, 1], CountsOf(forecast));
        Assert.Contains(
            Words("Refusal.NotPossible"), forecast.Get("#job-reasons").TextContent, StringComparison.Ordinal);

        // To look at the form again changes what was foreseen: what was agreed to is not there any more.
        var again = await (await staff.Browser.GetAsync(form.Path)).SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await forecast.SubmitAsync()).Status);
        await Portal.InDatabaseAsync(async db =>
        {
            var order = await db.Set<Order>().SingleAsync(order => order.Id == orders[1].Id);
            order.SendReportTo("somebody@many.example");
            await db.SaveChangesAsync();
        });
        var job = JobFixture.JobOf(await again.SubmitAsync());
        await staff.WorkAsync();
        await staff.WorkAsync();
        Assert.Equal(
            [null, JobRefusal.Changed, null, JobRefusal.NotPossible],
            (await staff.ItemsAsync(job)).OrderBy(item => PlaceOf(item.OrderId)).Select(item => item.Refusal));
        var cancelled = Assert.Single(await Portal.AuditAsync<OrderCancelled>(orders[0].Id));
        Assert.Equal("The hall burnt down", cancelled.Reason);
        Assert.True(cancelled.Fee.Minor > 0);
        Assert.Contains(
            $"{new Money(3 * cancelled.Fee.Minor, cancelled.Fee.Currency)}",
            forecast.Get("#job-fees").TextContent,
            StringComparison.Ordinal);
        Assert.Equal(2, await Portal.InDatabaseAsync(db => db.Set<Invoice>().CountAsync(
            invoice => db.Set<Order>().Any(order =>
                order.Id == invoice.OrderId && order.Event.Topic.StartsWith("ending")))));
        Assert.Equal(OrderState.Placed, (await Portal.ReadAsync(orders[1].RequestNumber)).State);
        Assert.Contains(
            "We are sorry.",
            (await Portal.MailsAboutAsync($"{orders[0].Id}"))
                .Single(mail => mail.Row.Cause == OrderCancelledMail.Cause).Row.TextBody,
            StringComparison.Ordinal);
        Assert.Contains(
            "Miriam Falk",
            (await staff.Browser.GetAsync($"/staff/orders/{orders[0].RequestNumber}")).Get(".timeline").TextContent,
            StringComparison.Ordinal);

        int PlaceOf(Guid id) => orders.ToList().FindIndex(order => order.Id == id);
    }

    [Fact]
    public async Task Orders_get_other_producers_each_one_who_is_free_or_the_named_one_where_that_is()
    {
        var moment = FreeMoment.Next();
        var orders = await Portal.AddOrdersAsync("handed", 2, [moment, FreeMoment.Next()]);
        var form = await staff.ChooseAsync("q=handed", OrderJobAct.Producer, "Page");
        var forecast = await form.SubmitAsync(new() { ["Reason"] = "Olivia is away" });
        var planned = PortalPage.Squeeze(forecast.Get("#job-lines tbody td:last-child").TextContent).Split(" → ");
        Assert.Equal("Olivia Carter", planned[0]);
        Assert.NotEqual("Olivia Carter", planned[1]);

        // Who has declined one at that time is not to get it again.
        var refusing = (await staff.ItemsAsync(JobFixture.JobOf(forecast)))[0];
        await Portal.InDatabaseAsync(async db =>
        {
            var order = orders.Single(order => order.Id == refusing.OrderId);
            var declined = new AssignedTime(
                Guid.NewGuid(),
                order,
                Session: null,
                refusing.PlannedProducerId!.Value,
                new Interval(order.Time.Start, order.Time.End));
            db.Add(AssignmentAnswer.Declined(declined, "Away", Portal.Clock.GetCurrentInstant()));
            await db.SaveChangesAsync();
        });
        forecast = await (await staff.Browser.GetAsync(form.Path)).SubmitAsync(new() { ["Reason"] = "Olivia is away" });
        Assert.NotEqual(
            refusing.PlannedProducerId, (await staff.ItemsAsync(JobFixture.JobOf(forecast)))[0].PlannedProducerId);

        // Who was planned is reserved meanwhile: another one who is free gets the order.
        var first = orders.Single(order => forecast.Get("#job-lines tbody th").TextContent.Contains(
            $"{order.RequestNumber}", StringComparison.Ordinal));
        await Portal.InDatabaseAsync(db => db.Set<OrderJobItem>()
            .Where(item => item.OrderId == first.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.PlannedProducerId, first.ProducerId)));
        var job = JobFixture.JobOf(await forecast.SubmitAsync());
        await staff.WorkAsync();
        Assert.Equal(refusing.OrderId, first.Id);
        Assert.NotEqual(refusing.PlannedProducerId, (await Portal.ReadAsync(first.RequestNumber)).ProducerId);
        foreach (var order in orders)
        {
            var now = await Portal.ReadAsync(order.RequestNumber);
            Assert.NotEqual(order.ProducerId, now.ProducerId);
            Assert.Equal(now.ProducerId, (await Portal.ReservationAsync(order)).ProducerId);
            Assert.Single(
                await Portal.MailsAboutAsync($"{order.Id}"), mail => mail.Row.Recipient == order.Contact.Email);
        }

        // The named one takes what is free, and what is taken or so already stays.
        Assert.Equal([2, 2], CountsOf(await staff.Browser.GetAsync($"/staff/jobs/{job}")));
        var named = (await Portal.ReadAsync(orders[0].RequestNumber)).ProducerId;
        await Portal.AddOrdersAsync("handed", 1, [moment]);
        var second = await staff.ChooseAsync("q=handed", OrderJobAct.Producer, "Page");
        var choice = await second.SubmitAsync(new() { ["ProducerId"] = $"{named}" });
        Assert.Contains(Words("Refusal.SoAlready"), choice.Get("#job-reasons").TextContent, StringComparison.Ordinal);
        Assert.Contains(Words("Refusal.Taken"), choice.Get("#job-reasons").TextContent, StringComparison.Ordinal);
        Assert.Equal(["ProducerId"], (await second.SubmitAsync(new() { ["ProducerId"] = "0" })).Errors.Keys);
    }

    [Fact]
    public async Task What_is_not_begun_is_stopped_and_old_jobs_go()
    {
        // What customers have asked stays open: what is said to all of them is no answer.
        var orders = await Portal.AddOrdersAsync("stopped", 5);
        await Portal.InDatabaseAsync(async db =>
        {
            db.AddRange(orders.Select(order => new OrderAttention(
                order.Id, AttentionReason.Unanswered, Portal.Clock.GetCurrentInstant())));
            await db.SaveChangesAsync();
        });
        var form = await staff.ChooseAsync("q=stopped", OrderJobAct.Message, "Page");
        Assert.Equal(["Message"], (await form.SubmitAsync()).Errors.Keys);
        var forecast = await form.SubmitAsync(new() { ["Message"] = "Wait for us" });
        using (var other = Portal.CreatePortalClient())
        {
            // What nobody has agreed to is of whoever has chosen it alone.
            await other.SignInAsync(DemoAccounts.Administrator);
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(forecast.Path)).Status);
            var page = await forecast.SubmitAsync();
            var job = JobFixture.JobOf(page);
            Assert.True(await staff.WorkAsync(job, 2));
            foreach (var order in orders)
            {
                Assert.True(await Portal.NeedsAsync(order, AttentionReason.Unanswered));
            }

            var stopped = await (await other.GetAsync(page.Path)).SubmitAsync(button: "form[action$=stop] button");
            Assert.Contains(Words("Stop.Done"), stopped.Text, StringComparison.Ordinal);
            Assert.Equal([5, 1, 4], CountsOf(stopped));
            await staff.WorkAsync();
            Assert.Equal(1, await Portal.InDatabaseAsync(db => db.Set<OutboxMail>().CountAsync(
                mail => mail.Cause == MessageToCustomerMail.Cause && mail.TextBody.Contains("Wait for us"))));
            Assert.Equal(4, Assert.Single(await Portal.AuditAsync<OrderJobStopped>(job)).Left);
            await AgeAsync(job, Duration.FromDays(89));
            await RemoveAsync();
            Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(page.Path)).Status);
            await AgeAsync(job, Duration.FromDays(91));
            await RemoveAsync();
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(page.Path)).Status);
            Assert.Empty(await staff.ItemsAsync(job));
        }
    }

    [Fact]
    public async Task A_job_is_stopped_too_where_servers_have_all_that_is_left_and_die_over_it()
    {
        await Portal.AddOrdersAsync("dying", 2);
        var form = await staff.ChooseAsync("q=dying", OrderJobAct.Message, "Page");
        var page = await (await form.SubmitAsync(new() { ["Message"] = "Wait" })).SubmitAsync();
        var job = JobFixture.JobOf(page);
        Instant? until = Instant.FromUtc(2099, 1, 1, 0, 0);
        await Portal.InDatabaseAsync(db => db.Set<OrderJobItem>().Where(item => item.JobId == job).ExecuteUpdateAsync(
            set => set
                .SetProperty(item => item.LeaseOwner, Guid.NewGuid())
                .SetProperty(item => item.LeaseUntil, until)));
        await (await staff.Browser.GetAsync(page.Path)).SubmitAsync(button: "form[action$=stop] button");
        await staff.LapseAsync(job);
        await staff.WorkAsync();
        Assert.All(await staff.ItemsAsync(job), item => Assert.Equal(JobItemState.Stopped, item.State));
    }

    [Fact]
    public async Task Rows_the_page_or_the_view_are_chosen_and_nothing_is_no_choice()
    {
        var orders = await Portal.AddOrdersAsync("chosen", 60);
        var none = await staff.ChooseAsync("q=chosen&sort=customer", OrderJobAct.Cancel);
        Assert.Equal("/staff/orders?q=chosen&sort=customer", none.Path);
        Assert.Contains(Words("Choose.None"), none.Get("#not-done").TextContent, StringComparison.Ordinal);
        var one = await staff.ChooseAsync("q=chosen", OrderJobAct.Cancel, $"{orders[0].RequestNumber}");
        Assert.Equal("1", ChosenOn(one));
        Assert.Equal("50", ChosenOn(await staff.ChooseAsync("q=chosen", OrderJobAct.Cancel, "Page")));
        var whole = await staff.ChooseAsync("q=chosen", OrderJobAct.Cancel, "View");
        Assert.Equal("60", ChosenOn(whole));
        Assert.Equal("/staff/orders?q=chosen", whole.Get(".back-link").GetAttribute("href"));
        var page = await staff.Browser.GetAsync("/staff/orders?q=chosen");
        var (action, fields) = page.Prepare(button: "#choose button[value=Cancel]");
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await staff.Browser.PostAsync(
                action, fields.Select(field => field.Key == "Act" ? new("Act", "Complete") : field))).Status);

        // The same choice as a file: nothing changes, so nothing is foreseen.
        var bare = fields.Where(field => field.Key != "Act").ToList();
        var file = await staff.Browser.PostAsync(
            "/staff/orders/export",
            bare.Concat(orders.Take(2).Select(order => KeyValuePair.Create("Order", $"{order.RequestNumber}"))));
        Assert.Equal(3, file.Source.TrimEnd().Split('\n').Length);
        Assert.All(orders.Take(2), order => Assert.Contains(
            $"{order.RequestNumber}", file.Source, StringComparison.Ordinal));
        Assert.Contains(
            Words("Choose.None"),
            (await staff.Browser.PostAsync("/staff/orders/export", bare)).Get("#not-done").TextContent,
            StringComparison.Ordinal);
    }

    private static string ChosenOn(PortalPage page) => page.Get("#job-chosen").TextContent.Split(' ')[^1];

    /// <summary>The numbers at the parts of the lines.</summary>
    private static IReadOnlyList<int> CountsOf(PortalPage page) =>
        [.. page.All(".quick-filters .badge").Select(badge => int.Parse(badge.TextContent, null))];

    private string Words(string key) => Portal.Words("en", $"StaffJob.{key}");

    private Task<string> IdAsync(string email) => Portal.InDatabaseAsync(
        async db => $"{await db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync()}");

    private async Task OwnAsync(Order order, string email = "coordinator@demo.example")
    {
        var owner = Guid.Parse(await IdAsync(email));
        await Portal.InDatabaseAsync(db => db.Set<Order>().Where(item => item.Id == order.Id).ExecuteUpdateAsync(
            set => set.SetProperty(item => item.OwnerId, owner)));
    }

    private Task CancelAsync(Order order) => Portal.InDatabaseAsync(async db =>
    {
        var found = await db.Set<Order>().SingleAsync(item => item.Id == order.Id);
        found.Cancel(Portal.Clock.GetCurrentInstant(), 0, isByStaff: true);
        await db.SaveChangesAsync();
    });

    private Task AgeAsync(Guid job, Duration age)
    {
        Instant? then = Portal.Clock.GetCurrentInstant() - age;
        return Portal.InDatabaseAsync(db => db.Set<OrderJob>().Where(item => item.Id == job).ExecuteUpdateAsync(
            set => set.SetProperty(item => item.CreatedAt, then.Value).SetProperty(item => item.BegunAt, then)));
    }

    private async Task RemoveAsync()
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<JobRetention>().RemoveAsync(default);
    }
}
