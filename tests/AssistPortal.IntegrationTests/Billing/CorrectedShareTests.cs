using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.IntegrationTests.Staff;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Billing;

/// <summary>The share of a cancellation outlives invoices that do not name it, in currencies of all kinds.</summary>
public sealed class CorrectedShareTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    private const string Package = "ec-standard";

    [Fact]
    public async Task A_corrected_invoice_with_further_lines_alone_keeps_the_share_for_the_next_one()
    {
        var orders = new List<Order>();
        using var host = staff.Portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        foreach (var (number, currency) in new[] { "JPY", "USD", "KWD" }.Index())
        {
            await PriceAsync(currency);
            var moment = new FreeMoment(new LocalDateTime(2027, 3, 22, 9, 0).PlusDays(number));
            orders.Add(await staff.Portal.ReadAsync((await host.OrderAsync(Package, moment)).RequestNumber()));
            Assert.Equal((currency, 95_001), (orders[^1].Currency, orders[^1].StandardFeeMinor));
        }

        foreach (var order in orders)
        {
            var currency = order.Currency;
            staff.Portal.Clock.Reset(order.Time.Start - Duration.FromHours(60));
            await staff.Browser.SignInAsync("coordinator@demo.example");
            await (await staff.Browser.GetAsync($"/staff/orders/{order.RequestNumber}/cancel")).SubmitAsync(
                new() { ["Fee"] = "charge", ["Reason"] = "Called off" });
            var first = Assert.Single(await InvoicesAsync(order));
            Assert.Equal((47_501, 50), (first.TotalMinor, Assert.Single(first.Lines).Percent));

            // The contract makes it free for a while: what is left to be paid is the receipt.
            await AgreeAsync(order, 0);
            await CreditAsync(first);
            var correct = await staff.Browser.GetAsync($"/staff/invoices/{first.Number}/correct");
            var seen = await correct.SubmitAsync(new(StringComparer.Ordinal)
            {
                ["Further[0].Text"] = "Parking",
                ["Further[0].Amount"] = new Money(1_003, currency).ToPlainString(),
                ["Further[0].Reason"] = "Receipt 7",
            });
            await seen.SubmitAsync();
            var second = (await InvoicesAsync(order))[^1];
            Assert.Equal((1_003, 2), (second.TotalMinor, second.Revision));
            Assert.Null(Assert.Single(second.Lines).Percent);

            await AgreeAsync(order, 80_001);
            await CreditAsync(second);
            var again = await staff.Browser.GetAsync($"/staff/invoices/{second.Number}/correct");
            Assert.Equal("Parking", again.Value("Further[0].Text"));
            await again.SubmitAsync();
            var third = (await InvoicesAsync(order))[^1];
            Assert.Equal((40_001 + 1_003, 3), (third.TotalMinor, third.Revision));
            Assert.Equal(third.TotalMinor, third.Lines.Sum(line => line.AmountMinor));
            Assert.Equal([50, null], third.Lines.OrderBy(line => line.Position).Select(line => line.Percent));
        }
    }

    private async Task CreditAsync(Invoice invoice) =>
        await (await staff.Browser.GetAsync($"/staff/invoices/{invoice.Number}/credit")).SubmitAsync(
            new() { ["Note"] = "Wrong contract" });

    private Task<List<Invoice>> InvoicesAsync(Order order) => staff.Portal.InDatabaseAsync(
        db => db.Set<Invoice>().AsNoTracking()
            .Include(invoice => invoice.Lines)
            .Where(invoice => invoice.OrderId == order.Id && invoice.Kind == InvoiceKind.Invoice)
            .OrderBy(invoice => invoice.Sequence)
            .ToListAsync());

    private async Task PriceAsync(string currency)
    {
        await staff.Portal.InDatabaseAsync(db => db.EditAsync(
            db.Set<ServicePackage>().Include(package => package.RateCards).ThenInclude(card => card.Extras)
                .AsSplitQuery()
                .Where(package => package.Code == Package),
            package => package.Price(currency, new RateCardDetails(95_001, 60, 11_111, new()))));
        await staff.Portal.InDatabaseAsync(db => db.EditAsync(
            db.Set<Site>().Where(site => site.HostName == PortalPeople.Northwind), site => site.PriceIn(currency)));
    }

    private Task AgreeAsync(Order order, long baseMinor) => staff.Portal.InDatabaseAsync(async db =>
    {
        var contract = await db.Set<Contract>().Include(item => item.Extras).SingleOrDefaultAsync(item =>
            item.SiteId == order.SiteId && item.PackageId == order.PackageId && item.Currency == order.Currency);
        if (contract is null)
        {
            db.Add(contract = new Contract(order.SiteId, order.PackageId, order.Currency));
        }

        contract.Agree(new ContractTerms(baseMinor, null, null, new()));
        return await db.SaveChangesAsync();
    });
}
