using System.Net;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Billing;

public sealed class ChargedCancellationTests
{
    [Theory]
    [InlineData(8 * 24, null, null)]
    [InlineData(60, null, 50)]
    [InlineData(60, 100_001L, 50)]
    [InlineData(2, 100_001L, 100)]
    [InlineData(60, 999_999L, 50)]
    [InlineData(60, 0L, null)]
    public async Task Page_order_mail_and_invoice_of_a_cancellation_say_the_same(
        int hoursBefore, long? agreed, int? percent)
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        await AgreeAsync(portal, order, agreed);
        portal.Clock.Reset(order.Time.Start - Duration.FromHours(hoursBefore));
        var (browser, _) = await portal.FindAsync(order);
        using var __ = browser;
        var whole = agreed ?? order.StandardFeeMinor;
        var fee = ((whole * (percent ?? 0)) + 50) / 100;
        var ask = await browser.GetAsync($"/assist/manage/{order.RequestNumber}/cancel");
        Assert.Equal(Shown(fee, order), PortalPage.Squeeze(ask.Get(".cost-panel__amount").TextContent));
        Assert.Equal(agreed is not null, ask.Find("#by-contract") is not null);
        await ask.SubmitAsync(button: "button[value=yes]");

        Assert.Equal(fee, (await portal.ReadAsync(order.RequestNumber)).CancellationFeeMinor);
        var after = await browser.GetAsync($"/assist/manage/{order.RequestNumber}/availability");
        Assert.Contains(
            Shown(fee, order), after.Get(".notice").TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("America/New York (UTC−04:00)", after.Get(".notice").TextContent, StringComparison.Ordinal);
        var told = (await MailsAsync(portal, order, "order.cancelled")).Single().TextBody.Replace('\u00a0', ' ');
        var invoice = await portal.InDatabaseAsync(
            db => db.Set<Invoice>().Include(item => item.Lines).SingleOrDefaultAsync(item => item.OrderId == order.Id));
        var mails = await MailsAsync(portal, order, "invoice.issued");
        if (percent is null)
        {
            Assert.Contains(portal.Words("en", "Assist.Cancelled.Free"), told, StringComparison.Ordinal);
            Assert.Null(invoice);
            Assert.Empty(mails);
            return;
        }

        Assert.Contains(Shown(fee, order), told, StringComparison.Ordinal);
        Assert.Equal((fee, 2027), (invoice!.TotalMinor, invoice.Year));
        Assert.Equal(percent, Assert.Single(invoice.Lines).Percent);
        Assert.Equal((order.HostUserId, Customers.Email), (invoice.HostUserId, invoice.RecipientEmail));
        Assert.Contains(
            Shown(fee, order), Assert.Single(mails).TextBody.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "charge")]
    [InlineData(30 * 60, "charge")]
    [InlineData(30 * 60, "waive")]
    public async Task Staff_cancel_an_event_that_did_not_take_place(int minutesAfter, string choice)
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        await AgreeAsync(portal, order, 100_001);
        portal.Clock.Reset(order.Time.Start + Duration.FromMinutes(minutesAfter));
        using var staff = portal.CreatePortalClient();
        await staff.SignInAsync("coordinator@demo.example");
        var ask =
            await (await staff.GetAsync($"/staff/orders/{order.RequestNumber}")).FollowAsync("a[href$='/cancel']");
        Assert.NotNull(ask.Find("#has-begun"));
        Assert.Contains("USD 1,000.01", ask.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        var done = await ask.SubmitAsync(new() { ["Fee"] = choice, ["Reason"] = "The host was ill" });
        Assert.Equal(HttpStatusCode.OK, done.Status);

        var fee = choice == "charge" ? 100_001L : 0L;
        var now = await portal.ReadAsync(order.RequestNumber);
        Assert.Equal((OrderState.Cancelled, fee), (now.State, now.CancellationFeeMinor));
        Assert.Equal(
            fee == 0 ? [] : [fee],
            await portal.InDatabaseAsync(db => db.Set<Invoice>()
                .Where(item => item.OrderId == order.Id)
                .Select(item => item.TotalMinor)
                .ToListAsync()));
        Assert.False(
            await portal.InDatabaseAsync(db => db.Set<Reservation>().AnyAsync(item => item.OrderId == order.Id)));
        Assert.Single(await MailsAsync(portal, order, "order.cancelled"));
        Assert.Null(done.Find("a[href$='/complete'], a[href$='/cancel']"));
    }

    private static Task AgreeAsync(PortalFactory portal, Order order, long? agreed) => portal.InDatabaseAsync(db =>
    {
        if (agreed is not null)
        {
            var contract = new Contract(order.SiteId, order.PackageId, order.Currency);
            contract.Agree(new ContractTerms(agreed, null, null, new()));
            db.Add(contract);
        }

        return db.SaveChangesAsync();
    });

    private static string Shown(long minor, Order order) =>
        new Money(minor, order.Currency).ToString().Replace('\u00a0', ' ');

    private static Task<List<OutboxMail>> MailsAsync(
        PortalFactory portal, Order order, string cause) => portal.InDatabaseAsync(db =>
        db.Set<OutboxMail>()
            .AsNoTracking()
            .Where(mail => mail.SubjectId == $"{order.Id}" && mail.Cause == cause)
            .ToListAsync());
}
