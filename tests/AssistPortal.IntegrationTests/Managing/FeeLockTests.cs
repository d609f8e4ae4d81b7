using System.Net;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Managing;

/// <summary>What cancelling costs after a move, on each database.</summary>
public abstract class FeeLockTests(DatabaseProvider provider) : PortalOnDatabase(provider)
{
    [DatabaseFact]
    public async Task Nobody_moves_to_cancel_for_nothing_and_everybody_is_told_before()
    {
        var order = await Portal.PlaceAsync(new FreeMoment(new(2027, 1, 19, 12, 0)));
        await MoveAsync(order, hoursBefore: 72, new(2027, 2, 16, 12, 0), percent: 50);
        await MoveAsync(order, hoursBefore: 40, new(2027, 3, 16, 12, 0), percent: 100);
        await MoveAsync(order, hoursBefore: 24 * 20, new(2027, 6, 15, 12, 0), percent: 100);

        var far = await Portal.ReadAsync(order.RequestNumber);
        Portal.Clock.Reset(far.Time.Start - Duration.FromDays(60));
        var (browser, page) = await Portal.FindAsync(far);
        using var _ = browser;
        Assert.Contains("100% of the fee, whenever you cancel", page.Text, StringComparison.Ordinal);
        Assert.Contains(Least(100), page.Text, StringComparison.Ordinal);
        var ask = await browser.GetAsync($"/assist/manage/{far.RequestNumber}/cancel");
        Assert.Contains(Least(100), ask.Text, StringComparison.Ordinal);
        await ask.SubmitAsync(button: "button[value=yes]");

        var cancelled = await Portal.ReadAsync(far.RequestNumber);
        Assert.Equal((OrderState.Cancelled, far.StandardFeeMinor), (cancelled.State, cancelled.CancellationFeeMinor));
        Assert.Contains(Least(100), await LastMailAsync(order), StringComparison.Ordinal);
    }

    [DatabaseFact]
    public async Task A_move_by_staff_keeps_nothing_and_a_coordinator_lifts_what_is_kept_with_a_reason()
    {
        var order = await Portal.PlaceAsync(new FreeMoment(new(2027, 1, 20, 12, 0)));
        Portal.Clock.Reset(order.Time.Start - Duration.FromHours(72));
        using var staff = Portal.CreatePortalClient();
        await staff.SignInAsync("coordinator@demo.example");
        var move = await staff.GetAsync($"/staff/orders/{order.RequestNumber}/move");
        await move.SubmitAsync(Customers.To(new FreeMoment(new(2027, 1, 21, 12, 0))));
        Assert.Equal(0, (await Portal.ReadAsync(order.RequestNumber)).LeastCancellationPercent);
        var none = await staff.GetAsync($"/staff/orders/{order.RequestNumber}/fee-lock");
        Assert.Equal($"/staff/orders/{order.RequestNumber}", none.Path);

        await MoveAsync(order, hoursBefore: 72, new(2027, 2, 17, 12, 0), percent: 50);
        var page = await staff.GetAsync($"/staff/orders/{order.RequestNumber}");
        Assert.Contains("The customer changed date or time", page.Text, StringComparison.Ordinal);
        var lift = await page.FollowAsync("a[href$='/fee-lock']");
        var empty = await lift.SubmitAsync(new() { ["Reason"] = " " });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.Status);
        Assert.Single(empty.ErrorSummary);
        var done = await empty.SubmitAsync(new() { ["Reason"] = "The producer fell ill" });
        Assert.Equal(0, (await Portal.ReadAsync(order.RequestNumber)).LeastCancellationPercent);
        Assert.Null(done.Find("a[href$='/fee-lock']"));
        Assert.Contains("The producer fell ill", done.Text, StringComparison.Ordinal);
        var entry = await Portal.InDatabaseAsync(
            db => db.AuditEntries.SingleAsync(item => item.Action == "order.fee-lock-lifted"));
        Assert.Contains("The producer fell ill", entry.Details, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Conflict, (await lift.SubmitAsync(new() { ["Reason"] = "Once more" })).Status);

        // The customer is told once, but not why.
        var mail = await Portal.InDatabaseAsync(
            db => db.Set<OutboxMail>().SingleAsync(item => item.Cause == FeeLockLiftedMail.Cause));
        Assert.Equal(
            (order.Contact.Email, order.PageLanguage, true),
            (mail.Recipient, mail.Language, mail.Subject.Contains($"{order.RequestNumber}", StringComparison.Ordinal)));
        Assert.Contains(Portal.Words("en", "Assist.FeeLock.Heading"), mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("fell ill", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain(Least(50), mail.TextBody, StringComparison.Ordinal);

        var (browser, _) = await Portal.FindAsync(order);
        using var __ = browser;
        await (await browser.GetAsync($"/assist/manage/{order.RequestNumber}/cancel"))
            .SubmitAsync(button: "button[value=yes]");
        Assert.Equal(0, (await Portal.ReadAsync(order.RequestNumber)).CancellationFeeMinor);
    }

    [DatabaseFact]
    public async Task Who_confirms_while_the_tier_turns_is_told_what_is_kept_before_it_is()
    {
        var order = await Portal.PlaceAsync(new FreeMoment(new(2027, 1, 22, 12, 0)));
        Portal.Clock.Reset(order.Time.Start - Duration.FromDays(7));
        var (browser, page) = await Portal.FindAsync(order);
        using var _ = browser;
        var lookup = (await page.MoveAsync(browser, new FreeMoment(new(2027, 2, 18, 12, 0)))).At("meeting-lookup");
        Assert.Null(lookup.Find("#CancellationPercent"));

        Portal.Clock.Advance(Duration.FromSeconds(1));
        var told = await lookup.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Equal([Portal.Words("en", "Managing.Move.CostsMore")], told.ErrorSummary);
        Assert.Contains(Cost(order, 50), Text(told, "#CancellationPercent"), StringComparison.Ordinal);
        Assert.Equal(order.Time.Start, (await Portal.ReadAsync(order.RequestNumber)).Time.Start);

        (await told.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("confirmation");
        Assert.Equal(50, (await Portal.ReadAsync(order.RequestNumber)).LeastCancellationPercent);
    }

    private async Task MoveAsync(Order placed, int hoursBefore, LocalDateTime to, int percent)
    {
        var order = await Portal.ReadAsync(placed.RequestNumber);
        Portal.Clock.Reset(order.Time.Start - Duration.FromHours(hoursBefore));
        var (browser, page) = await Portal.FindAsync(order);
        using var _ = browser;
        var edit = await browser.GetAsync($"{page.Path}?update=true");
        Assert.Contains(Cost(order, percent), Text(edit, "#CancellationPercent"), StringComparison.Ordinal);
        var lookup = (await page.MoveAsync(browser, new FreeMoment(to))).At("meeting-lookup");
        Assert.Contains(Cost(order, percent), Text(lookup, "#CancellationPercent"), StringComparison.Ordinal);
        var done = (await lookup.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("confirmation");
        Assert.Contains(Least(percent), done.Text, StringComparison.Ordinal);
        Assert.Contains(Least(percent), await LastMailAsync(placed), StringComparison.Ordinal);
        Assert.Equal(percent, (await Portal.ReadAsync(placed.RequestNumber)).LeastCancellationPercent);
    }

    private static string Text(PortalPage page, string selector) =>
        PortalPage.Squeeze(page.Get(selector).TextContent);

    private static string Cost(Order order, int percent) => PortalPage.Squeeze(
        $"would now cost {new Money(order.StandardFeeMinor * percent / 100, order.Currency)} ({percent}% of the fee)");

    private string Least(int percent) => Portal.Words("en", $"Assist.Terms.Least|{percent}");

    private async Task<string> LastMailAsync(Order order)
    {
        var id = order.Id.ToString();
        var mails = await Portal.InDatabaseAsync(db => db.Set<OutboxMail>()
            .Where(mail => mail.SubjectId == id && mail.Recipient == order.Contact.Email
                && mail.Cause.StartsWith("order."))
            .ToListAsync());
        return PortalPage.Squeeze(mails.MaxBy(mail => mail.CreatedAt)!.TextBody);
    }
}

public sealed class FeeLockOnSqlite() : FeeLockTests(DatabaseProvider.Sqlite);

public sealed class FeeLockOnPostgreSql() : FeeLockTests(DatabaseProvider.PostgreSql);

public sealed class FeeLockOnSqlServer() : FeeLockTests(DatabaseProvider.SqlServer);
