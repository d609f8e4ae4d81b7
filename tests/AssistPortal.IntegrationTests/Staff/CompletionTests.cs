using System.Globalization;
using System.Net;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
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
            [.. order.FeeLines.Select(line => line.AmountMinor), order.StandardFeeMinor],
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

    [Fact]
    public async Task D5_A_completed_order_is_reopened_while_its_invoice_can_be_credited_and_completed_anew()
    {
        var order = await OverAsync();
        var done = await staff.Browser.CompleteAsync(order, new() { ["Registered"] = "10" });
        var form = await done.FollowAsync("a[href$='/reopen']");
        var first = Assert.Single(await InvoicesAsync(order));
        Assert.Contains(first.Number, form.Get("#owed").TextContent, StringComparison.Ordinal);
        var wrong = await form.SubmitAsync(new() { ["MessageToCustomer"] = "Sorry for that" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(["Reason"], wrong.Errors.Keys);

        var open = await wrong.SubmitAsync(new() { ["Reason"] = "Completed too early" });
        AssertSays("StaffOrderActs.Reopen.Done", open);
        Assert.Equal(OrderState.Placed, (await staff.Portal.ReadAsync(order.RequestNumber)).State);
        Assert.Equal(
            "Completed too early", Assert.Single(await staff.Portal.AuditAsync<OrderReopened>(order.Id)).Reason);
        var credit = (await InvoicesAsync(order))[1];
        Assert.Equal(
            (InvoiceKind.CreditNote, first.Id, -first.TotalMinor, "Completed too early"),
            (credit.Kind, credit.CreditedId, credit.TotalMinor, credit.Note));
        var mail = Assert.Single(await MailsAsync(order, OrderReopenedMail.Cause));
        Assert.Contains("Completed too early", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Sorry for that", mail.TextBody, StringComparison.Ordinal);
        Assert.Single(await MailsAsync(order, InvoiceCreditedMail.Cause));
        Assert.Equal(HttpStatusCode.Conflict, (await form.SubmitAsync(new() { ["Reason"] = "Again" })).Status);
        staff.Portal.Clock.Advance(Duration.FromHours(23));
        await staff.Browser.SignInAsync("coordinator@demo.example");
        Assert.NotNull((await staff.Browser.GetAsync(PathOf(order))).Find("#attention a[href$='/complete']"));
        var credited = $"/staff/invoices/{first.Number}";
        Assert.Null((await staff.Browser.GetAsync(credited)).Find("a[href$='/correct']"));
        Assert.Equal(credited, (await staff.Browser.GetAsync($"{credited}/correct")).Path);

        Assert.Equal("10", (await FormAsync(order)).Value("Registered"));
        var again = await staff.Browser.CompleteAsync(order, new() { ["Registered"] = "12" });
        var second = (await InvoicesAsync(order))[2];
        Assert.Equal((InvoiceKind.Invoice, 2, first.TotalMinor), (second.Kind, second.Revision, second.TotalMinor));
        Assert.Contains(
            first.Number, (await MailsAsync(order, InvoiceIssuedMail.Cause))[1].TextBody, StringComparison.Ordinal);
        Assert.StartsWith("Corrected", (await ReportsAsync(order))[1].Subject, StringComparison.Ordinal);
        Assert.Equal(
            2, again.All(".timeline__title").Count(item => item.TextContent.Trim() == Words("Timeline.Completed")));

        // Completed once more, for nothing: there is no invoice, and what it is reopened from is that.
        staff.Portal.Clock.Advance(Duration.FromHours(1));
        await (await again.FollowAsync("a[href$='/reopen']")).SubmitAsync(new() { ["Reason"] = "Agreed to waive it" });
        staff.Portal.Clock.Advance(Duration.FromHours(1));
        var free = await staff.Browser.CompleteAsync(order, new()
        {
            ["Further[0].Text"] = "Goodwill",
            ["Further[0].Amount"] = $"-{new Money(second.TotalMinor, second.Currency).ToPlainString()}",
            ["Further[0].Reason"] = "Agreed to waive it",
        });
        Assert.Equal(4, (await InvoicesAsync(order)).Count);
        staff.Portal.Clock.Advance(Duration.FromHours(1));
        form = await free.FollowAsync("a[href$='/reopen']");
        Assert.Null(form.Find("#owed"));
        AssertSays("StaffOrderActs.Reopen.Done", await form.SubmitAsync(new() { ["Reason"] = "Waived by mistake" }));
        Assert.Equal(4, (await InvoicesAsync(order)).Count);
        staff.Portal.Clock.Advance(Duration.FromHours(1));
        await staff.Browser.CompleteAsync(order, new() { ["Registered"] = "12" });
        var last = (await InvoicesAsync(order))[4];
        Assert.Equal((InvoiceKind.Invoice, 3, first.TotalMinor), (last.Kind, last.Revision, last.TotalMinor));

        await (await staff.Browser.GetAsync($"/staff/invoices/{last.Number}/credit")).SubmitAsync(
            new() { ["Note"] = "Goodwill" });
        Assert.Null((await staff.Browser.GetAsync(PathOf(order))).Find("a[href$='/reopen']"));
        Assert.Equal(PathOf(order), (await staff.Browser.GetAsync($"{PathOf(order)}/reopen")).Path);
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

    private Task<List<OutboxMail>> ReportsAsync(Order order) => MailsAsync(order, ReportReadyMail.Cause);

    private Task<List<OutboxMail>> MailsAsync(Order order, string cause) => staff.Portal.InDatabaseAsync(
        db => db.Set<OutboxMail>().AsNoTracking()
            .Where(mail => mail.SubjectId == $"{order.Id}" && mail.Cause == cause)
            .OrderBy(mail => mail.Revision)
            .ToListAsync());

    /// <summary>Invoices and credit notes in the order of their numbers.</summary>
    private Task<List<Invoice>> InvoicesAsync(Order order) => staff.Portal.InDatabaseAsync(
        db => db.Set<Invoice>().AsNoTracking()
            .Where(invoice => invoice.OrderId == order.Id)
            .OrderBy(invoice => invoice.Sequence)
            .ToListAsync());
}
