using System.Net;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Desk.Audit;
using AssistPortal.Assist.Jobs;
using AssistPortal.Assist.Jobs.Audit;
using AssistPortal.Assist.Orders;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff.Jobs;

/// <summary>Orders are marked: as needing attention, or as dealt with.</summary>
public sealed class JobMarkTests(JobFixture staff) : IClassFixture<JobFixture>
{
    private const string Both = "Mail failed · Meeting not changed on the site";

    private PortalFactory Portal => staff.Portal;

    [Fact]
    public async Task Orders_are_marked_for_attention_with_a_note_and_nobody_but_the_desk_hears_of_it()
    {
        var orders = await Portal.AddOrdersAsync("marked", 3);
        var form = await staff.ChooseAsync("q=marked", OrderJobAct.Mark, "Page");
        Assert.Equal(["Mark"], (await form.SubmitAsync()).Errors.Keys);
        var unsaid = await form.SubmitAsync(new() { ["Mark"] = "attention", ["Note"] = " " });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "attention"), (unsaid.Status, unsaid.Value("Mark")));
        Assert.Equal(Words("Note.Missing"), unsaid.Errors["Note"]);

        // One of them was marked before, on its own page.
        var path = $"/staff/orders/{orders[0].RequestNumber}";
        var own = await (await staff.Browser.GetAsync(path)).SubmitAsync(
            new() { ["Note"] = "Ask about the hall", ["Mark"] = "yes" }, "[formaction$='/note']");
        Assert.Contains(Portal.Words("en", "StaffOrder.Note.Saved.Marked"), own.Text, StringComparison.Ordinal);
        Assert.NotNull(own.Find("#attention a[href='#notes']"));
        var forecast = await unsaid.SubmitAsync(new() { ["Note"] = "Call before Friday" });
        Assert.Contains("Call before Friday", forecast.Get(".job-facts").TextContent, StringComparison.Ordinal);
        Assert.Equal([3, 3], CountsOf(forecast));
        var job = JobFixture.JobOf(await forecast.SubmitAsync());
        await staff.WorkAsync();
        await staff.WorkAsync();

        Assert.Equal([3, 3], CountsOf(await staff.Browser.GetAsync($"/staff/jobs/{job}")));
        Assert.All(
            (await staff.Browser.GetAsync($"/staff/jobs/{job}")).All("#job-lines tbody td:last-child"),
            cell => Assert.Equal(Words("What.Marked"), PortalPage.Squeeze(cell.TextContent)));
        Assert.Equal(3, (await staff.Browser.GetAsync("/staff/orders?q=marked&attention=Marked"))
            .All("[data-rows] tbody tr").Count);
        foreach (var order in orders)
        {
            Assert.True(await Portal.NeedsAsync(order, AttentionReason.Marked));
            Assert.Equal(
                order == orders[0] ? 2 : 1, (await Portal.AuditAsync<OrderNoteAdded>(order.Id)).Count);
            Assert.NotEmpty(await Portal.AuditAsync<OrderMarked>(order.Id));
            Assert.Empty(await Portal.InDatabaseAsync(
                db => db.Set<OutboxMail>().Where(mail => mail.SubjectId == $"{order.Id}").ToListAsync()));
        }

        var begun = Assert.Single(await Portal.AuditAsync<OrderJobBegun>(job));
        Assert.Equal((OrderJobMark.ForAttention, null), (begun.Mark, begun.Matter));
        own = await staff.Browser.GetAsync(path);
        Assert.Equal(
            ["Call before Friday", "Ask about the hall"],
            own.All(".note-list .as-typed").Select(note => note.TextContent));
        Assert.Contains(
            Portal.Words("en", "Timeline.Done.order.marked"),
            own.Get(".timeline").TextContent,
            StringComparison.Ordinal);

        // A mark outlives the order, until somebody says that it is dealt with.
        await (await staff.Browser.GetAsync($"{path}/cancel")).SubmitAsync(new() { ["Reason"] = "Called off" });
        var settled = await (await staff.Browser.GetAsync(path)).SubmitFormAsync("form[action$='/settle']");
        Assert.Contains(Portal.Words("en", "StaffOrder.Settle.Done"), settled.Text, StringComparison.Ordinal);
        Assert.False(await Portal.NeedsAsync(orders[0], AttentionReason.Marked));
    }

    [Fact]
    public async Task What_was_due_is_marked_as_dealt_with_and_what_came_up_since_stays()
    {
        var orders = await Portal.AddOrdersAsync("settled", 6);
        var now = Portal.Clock.GetCurrentInstant();
        await NeedAsync(orders[0], now, AttentionReason.MailFailed, AttentionReason.MeetingChange);
        await NeedAsync(orders[1], now, AttentionReason.MailFailed);
        await NeedAsync(orders[2], now, AttentionReason.Language);
        await NeedAsync(orders[3], now + Duration.FromDays(1), AttentionReason.NotCompleted);
        await NeedAsync(orders[4], now, AttentionReason.Unanswered);
        await NeedAsync(orders[5], now, AttentionReason.Session);
        var form = await staff.ChooseAsync("q=settled", OrderJobAct.Mark, "Page");
        var one = await form.SubmitAsync(new() { ["Mark"] = nameof(AttentionReason.MailFailed) });
        Assert.Equal([6, 2, 4], CountsOf(one));
        Assert.Contains("Mail failed", one.Get("#job-lines").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Meeting not changed", one.Get("#job-lines").TextContent, StringComparison.Ordinal);
        var forecast = await (await staff.Browser.GetAsync(form.Path)).SubmitAsync(
            new() { ["Mark"] = "settled", ["Note"] = "The server was away" });
        Assert.Equal([6, 4, 2], CountsOf(forecast));
        Assert.Contains(Both, LineOf(forecast, orders[0]), StringComparison.Ordinal);
        Assert.Contains(Words("Refusal.NothingToSettle"), LineOf(forecast, orders[2]), StringComparison.Ordinal);
        var job = JobFixture.JobOf(await forecast.SubmitAsync());

        // Meanwhile a mail fails, somebody settles one, a customer writes, and an order is changed.
        Portal.Clock.Advance(Duration.FromMinutes(1));
        await NeedAsync(orders[0], Portal.Clock.GetCurrentInstant(), AttentionReason.NoCover);
        await Portal.InDatabaseAsync(db => db.Set<OrderAttention>()
            .Where(item => item.OrderId == orders[1].Id).ExecuteDeleteAsync());
        await Portal.InDatabaseAsync(async db =>
        {
            db.Add(OrderMessage.FromCustomer(
                orders[4], 1, null, "One more thing", Portal.Clock.GetCurrentInstant()));
            (await db.Set<Order>().SingleAsync(order => order.Id == orders[5].Id)).SendReportTo("some@many.example");
            await db.SaveChangesAsync();
        });
        await staff.WorkAsync();

        var done = await staff.Browser.GetAsync($"/staff/jobs/{job}");
        Assert.Equal([6, 1, 5], CountsOf(done));
        Assert.Equal(
            new JobRefusal?[]
            {
                null, JobRefusal.NothingToSettle, JobRefusal.NothingToSettle, JobRefusal.NothingToSettle,
                JobRefusal.Changed, JobRefusal.Changed,
            },
            (await staff.ItemsAsync(job)).OrderBy(item => orders.ToList().FindIndex(order => order.Id == item.OrderId))
                .Select(item => item.Refusal));
        Assert.Contains(Both, LineOf(done, orders[0]), StringComparison.Ordinal);
        Assert.Equal([AttentionReason.NoCover], await ReasonsAsync(orders[0]));
        Assert.Equal([AttentionReason.Unanswered], await ReasonsAsync(orders[4]));
        Assert.Equal([AttentionReason.Session], await ReasonsAsync(orders[5]));
        Assert.Equal(
            [AttentionReason.MailFailed, AttentionReason.MeetingChange],
            (await Portal.AuditAsync<OrderAttentionSettled>(orders[0].Id)).Select(act => act.Reason).Order());
        Assert.Equal(
            ["The server was away"],
            (await staff.Browser.GetAsync($"/staff/orders/{orders[0].RequestNumber}"))
                .All(".note-list .as-typed").Select(note => note.TextContent));
        Assert.Empty(await Portal.AuditAsync<OrderNoteAdded>(orders[1].Id));
    }

    private static IReadOnlyList<int> CountsOf(PortalPage page) =>
        [.. page.All(".quick-filters .badge").Select(badge => int.Parse(badge.TextContent, null))];

    private static string LineOf(PortalPage page, Order order) => PortalPage.Squeeze(page.All("#job-lines tbody tr")
        .Single(line => line.TextContent.Contains($"{order.RequestNumber}", StringComparison.Ordinal)).TextContent);

    private string Words(string key) => Portal.Words("en", $"StaffJob.{key}");

    private Task NeedAsync(Order order, Instant due, params AttentionReason[] reasons) =>
        Portal.InDatabaseAsync(async db =>
        {
            db.AddRange(reasons.Select(reason => new OrderAttention(order.Id, reason, due)));
            await db.SaveChangesAsync();
        });

    private Task<List<AttentionReason>> ReasonsAsync(Order order) => Portal.InDatabaseAsync(db =>
        db.Set<OrderAttention>().Where(item => item.OrderId == order.Id).Select(item => item.Reason).ToListAsync());
}
