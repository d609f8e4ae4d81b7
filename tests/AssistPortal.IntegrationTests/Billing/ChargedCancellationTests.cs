using AssistPortal.Assist.Billing;
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
    [InlineData(60, 0L, null)]
    public async Task A_cancellation_that_costs_something_makes_an_invoice_at_contract_rates(int hoursBefore, long? agreed, int? percent)
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        if (agreed is not null)
        {
            await portal.InDatabaseAsync(db =>
            {
                db.Add(new Contract { SiteId = order.SiteId, PackageId = order.PackageId, Currency = order.Currency, BaseFeeMinor = agreed });
                return db.SaveChangesAsync();
            });
        }

        portal.Clock.Set(order.Time.Start - Duration.FromHours(hoursBefore));
        var (browser, _) = await portal.FindAsync(order);
        using var __ = browser;
        await (await browser.GetAsync($"/assist/manage/{order.RequestNumber}/cancel")).SubmitAsync(button: "button[value=yes]");

        var invoice = await portal.InDatabaseAsync(db => db.Set<Invoice>().Include(item => item.Lines).SingleOrDefaultAsync(item => item.OrderId == order.Id));
        var mails = await portal.InDatabaseAsync(db => db.Set<OutboxMail>().CountAsync(mail => mail.SubjectId == $"{order.Id}" && mail.Cause == "invoice.issued"));
        if (percent is null)
        {
            Assert.Null(invoice);
            Assert.Equal(0, mails);
            return;
        }

        var whole = agreed ?? order.StandardFeeMinor;
        Assert.Equal(((whole * percent) + 50) / 100, invoice!.TotalMinor);
        Assert.Equal(percent, Assert.Single(invoice.Lines).Percent);
        Assert.Equal((order.HostUserId, Customers.Email, 1), (invoice.HostUserId, invoice.RecipientEmail, mails));
        Assert.Equal(2027, invoice.Year);
    }
}
