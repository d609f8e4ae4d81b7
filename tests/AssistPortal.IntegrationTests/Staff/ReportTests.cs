using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Data.Database;
using AssistPortal.IntegrationTests.Resources;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>Orders and invoices by month and package, added up by each database.</summary>
public abstract class ReportsOnEachDatabaseTests(DatabaseProvider provider) : DeskOnDatabase(provider)
{
    [DatabaseFact]
    public async Task Months_and_packages_tell_orders_hours_cancellations_and_revenue_by_currency()
    {
        await AddAsync();
        var page = await Staff.GetAsync("/staff/reports?from=2025-01&to=2025-03");
        Assert.Equal(
            [
                "Jan 2025 2 1 50% 1 USD 2,500.00 USD 1,250.00",
                "Feb 2025 1 0 0% 1 JPY 125,000 USD -1,250.00",
                "Mar 2025 0 0 – 0",
                "Total 3 1 33.3% 2 JPY 125,000 USD 1,250.00 USD 1,250.00",
            ],
            Rows(page, "months"));
        Assert.Equal(
            ["Event Center Premium Assist 3 1 33.3% 2 JPY 125,000 USD 1,250.00 USD 1,250.00"],
            Rows(page, "packages").SkipLast(1));
        Assert.Equal(4, page.All("section[aria-labelledby=months] svg[role=img][aria-label]").Count);
        Assert.DoesNotContain("style=", page.Get("main").InnerHtml, StringComparison.Ordinal);

        // What was taken back makes the only package of February owe something.
        var february = await Staff.GetAsync("/staff/reports?from=2025-02&to=2025-02");
        Assert.Equal("Event Center Premium Assist 1 0 0% 1 JPY 125,000 USD -1,250.00", Rows(february, "packages")[0]);

        var none = await Staff.GetAsync("/staff/reports?from=2025-01&to=2025-03&package=mc-premium&site=1");
        Assert.Equal("Total 0 0 – 0", Rows(none, "months")[^1]);

        var file = (await Staff.GetAsync(page.Get("a[href*='/export']").GetAttribute("href")!)).Source;
        Assert.Equal(
            [
                "Month (UTC),Package,Orders,Cancelled,Hours,Revenue (JPY),Cancellation fees (JPY),Revenue (USD),"
                    + "Cancellation fees (USD)",
                "2025-01,Event Center Premium Assist,2,1,1,0,0,2500.00,1250.00",
                "2025-02,Event Center Premium Assist,1,0,1,125000,0,-1250.00,0.00",
            ],
            file.TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim()));
    }

    /// <summary>
    /// January ends in UTC: an event of its last hour counts there. Two of January are invoiced, one of them as
    /// cancelled; the other is taken back in February.
    /// </summary>
    private async Task AddAsync()
    {
        await Portal.AddPastOrdersAsync(Journeys.Host, ["Report 1", "Report 2", "Report 3"], Duration.Zero);
        await Portal.InDatabaseAsync(async db =>
        {
            var orders = await db.Set<Order>()
                .Where(order => order.Event.Topic.StartsWith("Report "))
                .OrderBy(order => order.Event.Topic)
                .ToListAsync();
            Instant[] starts =
            [
                Instant.FromUtc(2025, 1, 31, 23, 45),
                Instant.FromUtc(2025, 1, 1, 0, 0),
                Instant.FromUtc(2025, 2, 1, 0, 0),
            ];
            foreach (var (order, start) in orders.Zip(starts))
            {
                db.Entry(order).ComplexProperty(item => item.Time).Property(time => time.Start).CurrentValue = start;
            }

            db.Entry(orders[1]).Property(order => order.State).CurrentValue = OrderState.Cancelled;
            var first = Issue(orders[0], InvoiceReason.Completion, 1, starts[0]);
            var foreign = Issue(orders[2], InvoiceReason.Completion, 3, starts[2]);
            db.AddRange(
                first,
                foreign,
                Issue(orders[1], InvoiceReason.Cancellation, 2, starts[1]),
                Invoice.CreditFor(first, "Goodwill", new InvoiceNumber(2025, 4), starts[2]));
            db.Entry(foreign).Property(invoice => invoice.Currency).CurrentValue = "JPY";
            await db.SaveChangesAsync();
        });
    }

    private static Invoice Issue(Order order, InvoiceReason reason, int sequence, Instant at) => Invoice.For(
        order, reason, new InvoiceNumber(2025, sequence), ChargedFee.Of(order, contract: null).Lines, print: null, at);

    private static List<string> Rows(PortalPage page, string section) =>
    [
        .. page.All($"section[aria-labelledby={section}] tbody tr").Select(
            row => PortalPage.Squeeze(string.Join(' ', row.Children.Select(cell => cell.TextContent))).Trim()),
    ];
}

public sealed class ReportsOnSqlite() : ReportsOnEachDatabaseTests(DatabaseProvider.Sqlite);

public sealed class ReportsOnPostgreSql() : ReportsOnEachDatabaseTests(DatabaseProvider.PostgreSql);

public sealed class ReportsOnSqlServer() : ReportsOnEachDatabaseTests(DatabaseProvider.SqlServer);

public sealed class ReportFormTests(StaffAtWork desk) : IClassFixture<StaffAtWork>
{
    [Theory]
    [InlineData("from=never", "Month.Error")]
    [InlineData("from=2027-03&to=2027-02", "Months.Order")]
    [InlineData("from=2021-01&to=2027-02", "Months.Most|36")]
    public async Task Months_that_cannot_be_reported_are_named(string query, string error)
    {
        var page = await desk.Browser.GetAsync($"/staff/reports?{query}");
        Assert.Equal(422, (int)page.Status);
        Assert.Contains(
            desk.Portal.Words("en", $"Reports.{error}"),
            page.Get(".error-summary").TextContent,
            StringComparison.Ordinal);
        Assert.Equal(400, (int)(await desk.Browser.GetAsync($"/staff/reports/export?{query}")).Status);
    }

    [Fact]
    public async Task Without_a_choice_the_last_twelve_months_are_shown_and_the_fields_say_so()
    {
        var page = await desk.Browser.GetAsync("/staff/reports");
        Assert.Equal(13, page.All("section[aria-labelledby=months] tbody tr").Count);
        Assert.Equal(("2026-01", "2026-12"), Ends(page));
        Assert.Equal(
            ("2027-02", "2028-01"),
            Ends(await desk.Browser.GetAsync($"/staff/reports?from={Uri.EscapeDataString("２０２７年2月")}")));

        static (string?, string?) Ends(PortalPage shown) =>
            (shown.Get("[name=from]").GetAttribute("value"), shown.Get("[name=to]").GetAttribute("value"));
    }
}
