using System.Globalization;
using System.Net;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Invoicing.Audit;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.IntegrationTests.Staff;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Billing;

/// <summary>Lines that coordinators add to invoices, and partial credits by them.</summary>
public sealed class FurtherLinesTests : IAsyncLifetime
{
    private readonly StaffAtWork staff = new();

    public Task InitializeAsync() => staff.InitializeAsync();

    public Task DisposeAsync() => staff.DisposeAsync();

    [Fact]
    public async Task Lines_are_added_before_the_invoice_is_issued_and_changed_by_a_credit_and_a_corrected_one()
    {
        var order = await staff.Portal.PlaceAsync();
        staff.Portal.Clock.Reset(order.Time.End + Duration.FromHours(2));
        await staff.Browser.SignInAsync("coordinator@demo.example");
        var path = $"/staff/orders/{order.RequestNumber}";
        var form = await staff.Browser.GetAsync($"{path}/complete");
        var wrong = await form.SubmitAsync(Lines(("Parking", "12.345", ""), ("", "", "Why")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(
            ["Further-0.Amount", "Further-0.Reason", "Further-1.Amount", "Further-1.Text"],
            wrong.Errors.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Words("Further.Amount.TooManyDecimals|USD|2"), wrong.Errors["Further-0.Amount"]);
        var standard = order.StandardFeeMinor;
        var below = await form.SubmitAsync(
            Lines(("Discount", $"-{Typed(standard + 1)}", "Goodwill")));
        Assert.Equal(Words("Further.Total.BelowZero"), below.Errors["Further-0.Amount"]);

        var seen = await form.SubmitAsync(
            Lines(("Parking <b>", "12.34", "Receipt 7"), ("Discount", "\u2212100.01", "Late start")));
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.Contains("Parking <b>", seen.Get("#preview .fee-table").TextContent, StringComparison.Ordinal);
        Assert.Equal(standard + 1234 - 10001, Minor(seen.All("#preview tfoot td")[0].TextContent));
        var late = await (await seen.SubmitAsync(Lines(("Discount", "-1", "Late start")))).SubmitAsync(
            Lines(("Discount", "-2", "Late start")));
        Assert.NotNull(late.Find("#preview-again"));
        var done = await seen.SubmitAsync();
        Assert.Contains(Words("StaffOrderActs.Complete.Done"), done.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await late.SubmitAsync()).Status);

        var first = Assert.Single(await InvoicesAsync(order));
        Assert.Equal(standard + 1234 - 10001, first.TotalMinor);
        Assert.Equal(first.TotalMinor, first.Lines.Sum(line => line.AmountMinor));
        var mail = await staff.Portal.InDatabaseAsync(db => db.Set<OutboxMail>().AsNoTracking()
            .SingleAsync(item => item.SubjectId == $"{order.Id}" && item.Cause == InvoiceIssuedMail.Cause));
        Assert.Contains("Parking <b>", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("Receipt 7", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(
            [("Parking <b>", 1234L, "Receipt 7"), ("Discount", -10001L, "Late start")],
            (await staff.Portal.AuditAsync<FurtherLineCharged>(order.Id))
                .Select(act => (act.Text, act.Amount.Minor, act.Reason)));
        var trail = await staff.Browser.GetAsync($"/staff/audit?q={order.RequestNumber}");
        Assert.Contains("USD -100.01", PortalPage.Squeeze(trail.Text).Replace('\u00a0', ' '), StringComparison.Ordinal);
        var page = await staff.Browser.GetAsync($"/staff/invoices/{first.Number}");
        Assert.Contains("Receipt 7", page.Text, StringComparison.Ordinal);
        var print = await staff.Browser.GetAsync($"/staff/invoices/{first.Number}/print");
        Assert.Contains("Parking <b>", print.Text, StringComparison.Ordinal);
        var file = await staff.Browser.GetAsync("/staff/invoices/export");
        Assert.Contains("-100.01", file.Source, StringComparison.Ordinal);
        using var host = staff.Portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var own = await host.GetAsync($"/resources/invoices/{first.Number}");
        Assert.Contains("Discount", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Late start", own.Text, StringComparison.Ordinal);

        // The whole invoice is taken back; the corrected one begins with the same lines.
        await (await staff.Browser.GetAsync($"/staff/invoices/{first.Number}/credit")).SubmitAsync(
            new(StringComparer.Ordinal) { ["Note"] = "Agreed by phone" });
        var correct = await staff.Browser.GetAsync($"/staff/invoices/{first.Number}/correct");
        Assert.Equal(
            ("Discount", "-100.01", "Late start"),
            (correct.Value("Further[1].Text"), correct.Value("Further[1].Amount"), correct.Value("Further[1].Reason")));
        var other = await correct.SubmitAsync(new(StringComparer.Ordinal) { ["Further[1].Amount"] = "-200" });
        Assert.NotNull(other.Find("#look"));
        Assert.Equal(standard + 1234 - 20000, Minor(other.All("tfoot td")[0].TextContent));
        var refused = await other.SubmitAsync(
            new(StringComparer.Ordinal) { ["Further[1].Amount"] = $"-{Typed(standard + 1235)}" });
        Assert.Equal(Words("Further.Total.BelowZero"), refused.Errors["Further-1.Amount"]);
        var issued = await other.SubmitAsync();
        Assert.Contains(Words($"Invoices.Correct.Done|{first.Number}"), issued.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await other.SubmitAsync()).Status);
        var all = await InvoicesAsync(order);
        Assert.Equal(
            [first.TotalMinor, -first.TotalMinor, standard + 1234 - 20000], all.Select(invoice => invoice.TotalMinor));
        Assert.All(all, invoice => Assert.Equal(invoice.TotalMinor, invoice.Lines.Sum(line => line.AmountMinor)));
        Assert.Equal(4, (await staff.Portal.AuditAsync<FurtherLineCharged>(order.Id)).Count);
    }

    private static Dictionary<string, string?> Lines(params (string Text, string Amount, string Reason)[] lines) =>
        lines.Index()
            .SelectMany(line => new[]
            {
                ($"Further[{line.Index}].Text", line.Item.Text),
                ($"Further[{line.Index}].Amount", line.Item.Amount),
                ($"Further[{line.Index}].Reason", line.Item.Reason),
            })
            .ToDictionary(field => field.Item1, field => (string?)field.Item2, StringComparer.Ordinal);

    private static string Typed(long minor) => new Money(minor, "USD").ToPlainString();

    private static long Minor(string amount) =>
        long.Parse(string.Concat(amount.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);

    private string Words(string key) => staff.Portal.Words("en", key);

    private Task<List<Invoice>> InvoicesAsync(Order order) => staff.Portal.InDatabaseAsync(
        db => db.Set<Invoice>().AsNoTracking()
            .Include(invoice => invoice.Lines)
            .Where(invoice => invoice.OrderId == order.Id)
            .OrderBy(invoice => invoice.Sequence)
            .ToListAsync());
}
