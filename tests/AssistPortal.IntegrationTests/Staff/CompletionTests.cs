using System.Globalization;
using System.Net;
using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>How an event is reported, looked at before, corrected, and taken back.</summary>
public sealed class CompletionTests : IAsyncLifetime
{
    private readonly StaffAtWork staff = new();

    public Task InitializeAsync() => staff.InitializeAsync();

    public Task DisposeAsync() => staff.DisposeAsync();

    [Fact]
    public async Task D4_A_report_saved_unchanged_tells_nobody_and_a_corrected_one_says_that_it_is()
    {
        var order = await OverAsync();
        await staff.Browser.CompleteAsync(
            order, new() { ["Registered"] = "10", ["Recordings"] = "https://rec.example/a" });

        var same = await (await FormAsync(order)).SubmitAsync();
        Assert.Equal(PathOf(order), same.Path);
        AssertSays("StaffOrderActs.Complete.Nothing", same);
        var said = await (await FormAsync(order)).SubmitAsync(new() { ["MessageToCustomer"] = "Well done" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, said.Status);
        Assert.Equal("Well done", said.Value("MessageToCustomer"));
        Assert.Equal(["MessageToCustomer"], said.Errors.Keys);
        Assert.Single(await ReportsAsync(order));
        Assert.Empty(await staff.Portal.AuditAsync<OrderReportChanged>(order.Id));

        var corrected = await said.SubmitAsync(new() { ["Registered"] = "12" });
        AssertSays("StaffOrderActs.Complete.Corrected", corrected);
        var mails = await ReportsAsync(order);
        Assert.StartsWith("Report of your event", mails[0].Subject, StringComparison.Ordinal);
        Assert.StartsWith("Corrected report of your event", mails[1].Subject, StringComparison.Ordinal);
        Assert.Contains("is corrected", mails[1].TextBody, StringComparison.Ordinal);
        Assert.Contains("Well done", mails[1].TextBody, StringComparison.Ordinal);
        Assert.Single(await staff.Portal.AuditAsync<OrderReportChanged>(order.Id));
    }

    [Fact]
    public async Task D5_Completing_shows_invoice_and_warnings_before_and_again_when_something_else_is_typed()
    {
        var order = await OverAsync();
        var empty = await (await FormAsync(order)).SubmitAsync(new() { ["MessageToCustomer"] = "Well done" });

        Assert.Equal(HttpStatusCode.OK, empty.Status);
        Assert.NotNull(empty.Find("#preview #report-empty"));
        Assert.Null(empty.Find("#more-attended"));
        Assert.Equal(
            [.. order.FeeLines.OrderBy(line => line.Position).Select(line => line.AmountMinor), order.StandardFeeMinor],
            empty.All("#preview .fee-table td").Select(cell => Minor(cell.TextContent)));
        Assert.Contains(order.Contact.Email, empty.Get("#preview-mail").TextContent, StringComparison.Ordinal);
        Assert.Equal("Well done", empty.Value("MessageToCustomer"));

        var more = await empty.SubmitAsync(new() { ["Registered"] = "10", ["Attended"] = "20" });
        Assert.NotNull(more.Find("#preview-again"));
        Assert.NotNull(more.Find("#more-attended"));
        Assert.Null(more.Find("#report-empty"));
        Assert.Contains("20 came, 10 registered", more.Get("#preview").TextContent, StringComparison.Ordinal);
        var wrong = await more.SubmitAsync(new() { ["Registered"] = "many" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "20"), (wrong.Status, wrong.Value("Attended")));
        await Task.WhenAll(more.EnterAsync(new() { ["Attended"] = "21" }), more.SubmitAsync(new() { ["Seen"] = "" }));
        Assert.Equal(OrderState.Placed, (await staff.Portal.ReadAsync(order.RequestNumber)).State);
        Assert.Empty(await ReportsAsync(order));

        var done = await more.EnterAsync();
        AssertSays("StaffOrderActs.Complete.Done", done);
        Assert.Equal(OrderState.Completed, (await staff.Portal.ReadAsync(order.RequestNumber)).State);
        Assert.Contains("Well done", Assert.Single(await ReportsAsync(order)).TextBody, StringComparison.Ordinal);
    }

    private static long Minor(string amount) =>
        long.Parse(string.Concat(amount.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);

    private static string PathOf(Order order) => $"/staff/orders/{order.RequestNumber}";

    private void AssertSays(string key, PortalPage page) =>
        Assert.Contains(Words(key), page.Get("[role=status]").TextContent, StringComparison.Ordinal);

    private string Words(string key) => staff.Portal.Words("en", key);

    private Task<PortalPage> FormAsync(Order order) => staff.Browser.GetAsync($"{PathOf(order)}/complete");

    /// <summary>An order whose event is over.</summary>
    private async Task<Order> OverAsync()
    {
        var order = await staff.Portal.PlaceAsync();
        staff.Portal.Clock.Reset(order.Time.End + Duration.FromHours(2));
        await staff.Browser.SignInAsync("coordinator@demo.example");
        return order;
    }

    private Task<List<OutboxMail>> ReportsAsync(Order order) => staff.Portal.InDatabaseAsync(
        db => db.Set<OutboxMail>().AsNoTracking()
            .Where(mail => mail.SubjectId == $"{order.Id}" && mail.Cause == ReportReadyMail.Cause)
            .OrderBy(mail => mail.Revision)
            .ToListAsync());
}
