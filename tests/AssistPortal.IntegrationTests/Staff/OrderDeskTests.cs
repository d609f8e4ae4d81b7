using System.Globalization;
using System.Net;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Desk.Audit;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data.Audit;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>What coordinators do to an order on its page.</summary>
public sealed class OrderDeskTests : IAsyncLifetime
{
    private readonly StaffAtWork staff = new();
    private PortalClient host = null!;

    public async Task InitializeAsync()
    {
        await staff.InitializeAsync();
        host = staff.Portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
    }

    public async Task DisposeAsync()
    {
        host.Dispose();
        await staff.DisposeAsync();
    }

    [Fact]
    public async Task A_language_is_confirmed_the_customer_told_and_the_matter_settled()
    {
        var (order, page) = await OrderAsync(new(StringComparer.Ordinal) { ["Language"] = "de" });
        Assert.Contains(AttentionReason.Language, await AttentionAsync(order));
        Assert.Contains(
            Words("Assist.Attention.Language"),
            (await staff.Browser.GetAsync("/staff/orders?attention=Language")).Text,
            StringComparison.Ordinal);
        var done = await page.SubmitAsync(new(StringComparer.Ordinal), "button[name=Confirmed][value=yes]");
        Assert.Contains(
            Words("StaffOrderActs.Language.Confirmed"),
            done.Get("[role=status]").TextContent,
            StringComparison.Ordinal);
        Assert.DoesNotContain(AttentionReason.Language, await AttentionAsync(order));
        Assert.Equal(LanguageAnswer.Confirmed, (await ReadAsync(order)).LanguageAnswer);
        Assert.Equal(1, await MailsAsync(order, "order.language"));
    }

    [Fact]
    public async Task D7_An_answer_may_be_changed_and_is_asked_for_again_openly_when_the_next_producer_lacks_it()
    {
        var (order, page) = await OrderAsync(new(StringComparer.Ordinal) { ["Language"] = "de" });
        await AssertShownAsync(LanguageAnswer.Open);
        var ask = await page.FollowAsync("a[href$='/language?confirmed=no']");
        Assert.Contains(order.Contact.Email, ask.Get("form.form").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Confirmed"], (await ask.SubmitAsync(new(StringComparer.Ordinal) { ["Confirmed"] = null })).Errors.Keys);
        var declined = await ask.SubmitAsync();
        Assert.Contains(
            Words("StaffOrderActs.Language.Declined"),
            declined.Get("[role=status]").TextContent,
            StringComparison.Ordinal);
        await AssertShownAsync(LanguageAnswer.Declined);

        var change = await declined.FollowAsync("a[href$='/language']");
        await change.SubmitAsync(new(StringComparer.Ordinal) { ["Confirmed"] = "yes" });
        await AssertShownAsync(LanguageAnswer.Confirmed);
        Assert.Equal(2, await MailsAsync(order, "order.language"));

        var speakers = await staff.Portal.InDatabaseAsync(db => db.Set<ProducerLanguage>()
            .Where(item => item.Language == "de").Select(item => item.ProducerId).ToListAsync());
        var assign = await staff.Browser.GetAsync($"{PathOf(order)}/producer");
        Assert.Contains("German", assign.Get("#language-confirmed").TextContent, StringComparison.Ordinal);
        var other = assign.All("input[name=ProducerId]").Select(input => input.GetAttribute("value")!)
            .First(id => !speakers.Contains(int.Parse(id, CultureInfo.InvariantCulture)));
        await assign.SubmitAsync(new(StringComparer.Ordinal) { ["ProducerId"] = other });
        Assert.Contains(AttentionReason.Language, await AttentionAsync(order));
        await AssertShownAsync(LanguageAnswer.Open);
        var told = (await staff.Portal.MailsAboutAsync($"{order.Id}"))
            .Single(mail => mail.Row.Cause == ProducerChangedMail.Cause).Read.Text;
        Assert.Contains("assistance in German", told, StringComparison.Ordinal);
        Assert.DoesNotContain("everything else", told, StringComparison.Ordinal);
        Assert.Null((await staff.Browser.GetAsync($"{PathOf(order)}/producer")).Find("#language-confirmed"));
        await (await staff.Browser.GetAsync(PathOf(order))).SubmitAsync(
            new(StringComparer.Ordinal), "button[name=Confirmed][value=yes]");
        Assert.DoesNotContain(AttentionReason.Language, await AttentionAsync(order));
        Assert.Equal(3, await MailsAsync(order, "order.language"));

        async Task AssertShownAsync(LanguageAnswer answer) => Assert.Contains(
            Words($"Assist.Language.State.{answer}"),
            (await host.GetAsync($"/resources/orders/{order.RequestNumber}")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_may_name_who_gets_the_report_and_else_a_coordinator_does()
    {
        var (named, page) = await OrderAsync(
            new(StringComparer.Ordinal) { ["ReportEmail"] = " reports@northwind.example " });
        Assert.Equal("reports@northwind.example", (await ReadAsync(named)).ReportEmail);
        Assert.Contains(
            "reports@northwind.example",
            (await host.GetAsync($"/resources/orders/{named.RequestNumber}")).Text,
            StringComparison.Ordinal);
        Assert.Null(page.Find("#report-to-contact"));
        var (open, form) = await OrderAsync();
        var planned = await staff.Portal.InDatabaseAsync(db => db.Set<OrderAttention>()
            .Where(item => item.Reason == AttentionReason.ReportContact).Select(item => item.OrderId).ToListAsync());
        Assert.Contains(open.Id, planned);
        Assert.DoesNotContain(named.Id, planned);

        var wrong = await (await form.FollowAsync("#report-contact a")).SubmitAsync(
            new(StringComparer.Ordinal) { ["ReportEmail"] = "nobody at all" });
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, "nobody at all"), (wrong.Status, wrong.Value("ReportEmail")));

        await form.SubmitFormAsync("#report-to-contact");
        Assert.Equal(open.Contact.Email, (await ReadAsync(open)).ReportEmail);
        Assert.Equal(open.Contact.Email, (await AuditAsync<OrderReportContactNamed>(open)).ReportEmail.After);
    }

    [Fact]
    public async Task Two_coordinators_at_once_the_second_is_told_and_nothing_is_overwritten()
    {
        var (order, page) = await OrderAsync(new(StringComparer.Ordinal) { ["Language"] = "de" });
        var move = await staff.Browser.GetAsync($"{PathOf(order)}/move");
        var cancel = await staff.Browser.GetAsync($"{PathOf(order)}/cancel");
        var language = await page.FollowAsync("a[href$='/language?confirmed=no']");
        var report = await page.FollowAsync("a[href$='/report-contact']");
        await report.SubmitAsync(new(StringComparer.Ordinal) { ["ReportEmail"] = "reports@northwind.example" });
        var typed = await report.SubmitAsync(
            new(StringComparer.Ordinal) { ["ReportEmail"] = "second@northwind.example" });
        Assert.Equal(
            (HttpStatusCode.Conflict, "second@northwind.example"),
            (typed.Status, typed.Get("#ReportEmail").GetAttribute("value")));
        var late = await language.SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.NotNull(late.Find("#changed-meanwhile"));
        var now = await ReadAsync(order);
        Assert.Equal((LanguageAnswer.Open, "reports@northwind.example"), (now.LanguageAnswer, now.ReportEmail));

        Assert.Equal(HttpStatusCode.Conflict, (await move.SubmitAsync(
            new(StringComparer.Ordinal) { ["StartDate"] = "2027-05-04", ["StartTime"] = "10:00" })).Status);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await cancel.SubmitAsync(new(StringComparer.Ordinal) { ["Fee"] = "charge" })).Status);
        Assert.Equal(
            (now.Time.Start, OrderState.Placed), ((await ReadAsync(order)).Time.Start, (await ReadAsync(order)).State));
    }

    [Fact]
    public async Task Another_producer_is_chosen_among_those_who_can()
    {
        var (order, _) = await OrderAsync();
        var page = await staff.Browser.GetAsync($"{PathOf(order)}/producer");
        var free = page.All("input[name=ProducerId]").Select(input => input.GetAttribute("value")!).ToList();
        Assert.DoesNotContain($"{order.ProducerId}", free);
        Assert.Contains(Words("StaffOrderActs.Candidate.IsNow"), page.Text, StringComparison.Ordinal);
        Assert.Contains("ProducerId", (await page.SubmitAsync(new(StringComparer.Ordinal))).Errors.Keys);
        var done = await page.SubmitAsync(
            new(StringComparer.Ordinal) { ["ProducerId"] = free[0], ["Reason"] = "asked for" });
        Assert.Contains(Words("StaffOrderActs.Assign.Done"), done.Text, StringComparison.Ordinal);
        var now = await ReadAsync(order);
        Assert.Equal(free[0], $"{now.ProducerId}");
        Assert.Equal(now.ProducerId, (await ReservationAsync(order)).ProducerId);
    }

    [Fact]
    public async Task Sooner_than_the_notice_takes_a_reason_which_is_kept()
    {
        // Two days sooner is a working day too.
        var (order, _) = await OrderAsync(moment: new FreeMoment(new LocalDateTime(2027, 3, 25, 11, 0)));
        staff.Portal.Clock.Reset(order.Time.Start - Duration.FromDays(3));
        await staff.Browser.SignInAsync("coordinator@demo.example");
        var soon = (order.Time.Start - Duration.FromDays(2) - Duration.FromHours(2)).InZone(order.Time.LocalStart.Zone);
        Dictionary<string, string?> fields = new(StringComparer.Ordinal)
        {
            ["StartDate"] = $"{soon.Date:uuuu-MM-dd}", ["StartTime"] = $"{soon.TimeOfDay:HH:mm}",
        };
        var page = await (await staff.Browser.GetAsync($"{PathOf(order)}/move")).SubmitAsync(fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(["Reason"], page.Errors.Keys);
        Assert.Contains(Words("StaffOrderActs.Move.Title"), page.Title, StringComparison.Ordinal);
        fields["Reason"] = "The customer's venue changed";
        Assert.Contains(
            Words("StaffOrderActs.Move.Done"), (await page.SubmitAsync(fields)).Text, StringComparison.Ordinal);
        Assert.Equal(soon.ToInstant(), (await ReadAsync(order)).Time.Start);
        Assert.Equal(soon.ToInstant() - Duration.FromMinutes(30), (await ReservationAsync(order)).Start);
        Assert.Contains("venue changed", (await AuditAsync<OrderUpdated>(order)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_cancellation_is_charged_or_waived_with_a_reason()
    {
        var (charged, _) = await OrderAsync();
        var (waived, _) = await OrderAsync();

        // The clock only goes forward.
        (charged, waived) = charged.Time.Start <= waived.Time.Start ? (charged, waived) : (waived, charged);
        staff.Portal.Clock.Reset(charged.Time.Start - Duration.FromHours(30));
        await staff.Browser.SignInAsync("coordinator@demo.example");
        await (await staff.Browser.GetAsync($"{PathOf(charged)}/cancel")).SubmitAsync(
            new(StringComparer.Ordinal) { ["Fee"] = "charge" });

        // What is waived has to be owed.
        staff.Portal.Clock.Reset(waived.Time.Start - Duration.FromHours(30));
        await staff.Browser.SignInAsync("coordinator@demo.example");
        var ask = await staff.Browser.GetAsync($"{PathOf(waived)}/cancel");
        Assert.Equal($"{waived.StandardFeeMinor}", ask.Value("FeeMinor"));
        var page = await ask.SubmitAsync(new(StringComparer.Ordinal) { ["Fee"] = "waive" });
        Assert.Equal(["Reason"], page.Errors.Keys);
        await page.SubmitAsync(new(StringComparer.Ordinal) { ["Fee"] = "waive", ["Reason"] = "Our producer was ill" });

        var invoices = await staff.Portal.InDatabaseAsync(db => db.Set<Invoice>().AsNoTracking().ToListAsync());
        Assert.Equal(charged.StandardFeeMinor, Assert.Single(invoices, item => item.OrderId == charged.Id).TotalMinor);
        Assert.DoesNotContain(invoices, item => item.OrderId == waived.Id);
        Assert.Equal(
            (OrderState.Cancelled, 0L),
            ((await ReadAsync(waived)).State, (await ReadAsync(waived)).CancellationFeeMinor));
        Assert.Contains("was ill", (await AuditAsync<OrderCancelled>(waived)).Reason, StringComparison.Ordinal);
        Assert.Contains(
            "was ill",
            (await staff.Browser.GetAsync(PathOf(waived))).Get(".timeline").TextContent,
            StringComparison.Ordinal);
        Assert.Empty(await staff.Portal.InDatabaseAsync(
            db => db.Set<Reservation>().Where(item => item.OrderId == waived.Id).ToListAsync()));
    }

    [Fact]
    public async Task A_cancellation_that_costs_nothing_asks_for_no_fee_and_keeps_the_reason_that_is_given()
    {
        var (order, page) = await OrderAsync();
        var cancel = await page.FollowAsync("a[href$='/cancel']");
        Assert.NotNull(cancel.Find("#is-free"));
        Assert.Empty(cancel.All("[type=radio]"));
        Assert.Equal(
            ["Reason"],
            (await cancel.SubmitAsync(new(StringComparer.Ordinal) { ["Reason"] = new string('x', 501) })).Errors.Keys);
        var done = await cancel.SubmitAsync(new(StringComparer.Ordinal) { ["Reason"] = "The venue burnt down" });
        Assert.Equal(
            (OrderState.Cancelled, 0L),
            ((await ReadAsync(order)).State, (await ReadAsync(order)).CancellationFeeMinor));
        Assert.Contains("burnt down", (await AuditAsync<OrderCancelled>(order)).Reason, StringComparison.Ordinal);
        Assert.Contains("burnt down", done.Get(".timeline").TextContent, StringComparison.Ordinal);
        Assert.Equal(PathOf(order), (await staff.Browser.GetAsync($"{PathOf(order)}/producer")).Path);
    }

    [Fact]
    public async Task A_fee_that_rose_is_told_as_that_and_anothers_change_is_not_forgotten_over_an_error()
    {
        var (order, page) = await OrderAsync();
        staff.Portal.Clock.Reset(order.Time.Start - Duration.FromHours(48) - Duration.FromMinutes(5));
        await staff.Browser.SignInAsync("coordinator@demo.example");
        var cancel = await staff.Browser.GetAsync($"{PathOf(order)}/cancel");
        staff.Portal.Clock.Advance(Duration.FromMinutes(6));
        var dearer = await cancel.SubmitAsync(new(StringComparer.Ordinal) { ["Fee"] = "charge" });
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, Words("StaffOrderActs.Cancel.CostsMore")),
            (dearer.Status, Assert.Single(dearer.ErrorSummary)));
        Assert.Null(dearer.Find("#changed-meanwhile"));

        await (await page.FollowAsync("a[href$='/report-contact']")).SubmitAsync(
            new(StringComparer.Ordinal) { ["ReportEmail"] = "reports@northwind.example" });
        var wrong = await dearer.SubmitAsync(new(StringComparer.Ordinal) { ["Fee"] = "waive" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        var late = await wrong.SubmitAsync(new(StringComparer.Ordinal) { ["Fee"] = "waive", ["Reason"] = "Illness" });
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.NotNull(late.Find("#changed-meanwhile"));
        await late.SubmitAsync();
        Assert.Equal(OrderState.Cancelled, (await ReadAsync(order)).State);
    }

    [Fact]
    public async Task Completing_notes_the_report_and_issues_the_invoice_once()
    {
        var (order, page) = await OrderAsync();
        Assert.Null(page.Find("a[href$='/complete']"));
        staff.Portal.Clock.Reset(order.Time.End + Duration.FromDays(2));
        await staff.Browser.SignInAsync("coordinator@demo.example");
        Assert.Contains(AttentionReason.NotCompleted, await AttentionAsync(order));
        var form = await staff.Browser.GetAsync($"{PathOf(order)}/complete");
        var wrong = await form.SubmitAsync(
            new(StringComparer.Ordinal) { ["Registered"] = "many", ["Recordings"] = "ftp://x.example/a" });
        Assert.Equal(["Registered", "Recordings"], wrong.Errors.Keys);
        Assert.Equal("many", wrong.Value("Registered"));
        Dictionary<string, string?> report = new(StringComparer.Ordinal)
        {
            ["Registered"] = "１２０",
            ["Attended"] = "1,005",
            ["Recordings"] = "https://rec.example/a\r\n https://rec.example/b ",
        };
        await (await wrong.SubmitAsync(report)).SubmitAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await form.SubmitAsync(report)).Status);
        staff.Portal.Clock.Advance(Duration.FromHours(1));
        var corrected = await (await staff.Browser.GetAsync($"{PathOf(order)}/complete"))
            .SubmitAsync(new(StringComparer.Ordinal) { ["Attended"] = "99", ["Recordings"] = "https://rec.example/c" });
        Assert.Contains(Words("StaffOrderActs.Complete.Corrected"), corrected.Text, StringComparison.Ordinal);

        var now = await staff.Portal.InDatabaseAsync(db => db.Set<Order>().AsNoTracking()
            .Include(item => item.Report).Include(item => item.Recordings).AsSplitQuery()
            .SingleAsync(item => item.Id == order.Id));
        Assert.Equal((OrderState.Completed, 120, 99), (now.State, now.Report!.Registered, now.Report.Attended));
        Assert.Equal("https://rec.example/c", Assert.Single(now.Recordings).Address);
        Assert.Equal(now.CompletedAt, now.Report.NotedAt);
        Assert.Equal(["https://rec.example/a", "https://rec.example/b"], await FormerRecordingsAsync(order));
        await host.SignInAsync(Journeys.Host);
        var titles = (await host.GetAsync($"/resources/orders/{order.RequestNumber}")).All(".timeline__title")
            .Select(title => title.TextContent.Trim())
            .ToList();
        Assert.Contains(Words("Timeline.Report"), titles);
        Assert.Contains(Words("Timeline.Done.order.report-changed"), titles);
        var invoice = await staff.Portal.InDatabaseAsync(
            db => db.Set<Invoice>().AsNoTracking().SingleAsync(item => item.OrderId == order.Id));
        Assert.Equal(order.StandardFeeMinor, invoice.TotalMinor);
        Assert.Equal(2, await MailsAsync(order, "order.report"));
        Assert.Empty(await AttentionAsync(order));
    }

    [Fact]
    public async Task What_is_over_is_not_offered_what_can_only_be_done_before()
    {
        var (order, _) = await OrderAsync();
        await staff.Portal.InDatabaseAsync(async db =>
        {
            var now = staff.Portal.Clock.GetCurrentInstant();
            db.AddRange(
                new OrderAttention(order.Id, AttentionReason.Session, now),
                new OrderAttention(order.Id, AttentionReason.NoCover, now));
            await db.SaveChangesAsync();
        });
        Assert.Equal(2, (await staff.Browser.GetAsync(PathOf(order))).All("#attention a").Count);
        staff.Portal.Clock.Reset(order.Time.End);
        await staff.Browser.SignInAsync("coordinator@demo.example");
        var over = await staff.Browser.GetAsync(PathOf(order));
        Assert.Empty(over.All("#attention a[href$='/sessions'], #attention a[href$='/producer']"));
        Assert.NotEmpty(over.All("#attention form[action$='/settle']"));
    }

    [Fact]
    public async Task Notes_are_for_coordinators_alone()
    {
        var (order, page) = await OrderAsync();
        Assert.Contains("Note", (await page.SubmitAsync(button: "[formaction$='/note']")).Errors.Keys);
        var noted = await page.SubmitAsync(
            new(StringComparer.Ordinal) { ["Note"] = "Call <b>before</b> noon" }, "[formaction$='/note']");
        Assert.Contains("Call <b>before</b> noon", noted.Get(".note-list").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "noon", (await host.GetAsync($"/resources/orders/{order.RequestNumber}")).Text, StringComparison.Ordinal);
    }

    private static string PathOf(Order order) => $"/staff/orders/{order.RequestNumber}";

    private string Words(string key) => staff.Portal.Words("en", key);

    private async Task<(Order Order, PortalPage Page)> OrderAsync(
        Dictionary<string, string?>? changes = null, FreeMoment? moment = null)
    {
        var number = (await host.OrderAsync(moment: moment, changes: changes)).RequestNumber().Compact;
        var order = await staff.Portal.InDatabaseAsync(
            db => db.Set<Order>().AsNoTracking().SingleAsync(item => item.Number == number));
        return (order, await staff.Browser.GetAsync(PathOf(order)));
    }

    private Task<Order> ReadAsync(Order order) =>
        staff.Portal.InDatabaseAsync(db => db.Set<Order>().AsNoTracking().SingleAsync(item => item.Id == order.Id));

    private Task<Reservation> ReservationAsync(Order order) =>
        staff.Portal.InDatabaseAsync(
            db => db.Set<Reservation>().AsNoTracking().SingleAsync(item => item.OrderId == order.Id));

    private Task<List<AttentionReason>> AttentionAsync(Order order)
    {
        var now = staff.Portal.Clock.GetCurrentInstant();
        return staff.Portal.InDatabaseAsync(db => db.Set<OrderAttention>()
            .Where(item => item.OrderId == order.Id && item.DueAt <= now).Select(item => item.Reason).ToListAsync());
    }

    private Task<int> MailsAsync(Order order, string cause) => staff.Portal.InDatabaseAsync(db =>
        db.Set<OutboxMail>().CountAsync(mail => mail.SubjectId == $"{order.Id}" && mail.Cause == cause));

    private async Task<IReadOnlyList<string>> FormerRecordingsAsync(Order order) =>
        (await AuditAsync<OrderReportChanged>(order)).Report.Before!.Recordings;

    private async Task<TRecord> AuditAsync<TRecord>(Order order)
        where TRecord : AuditRecord => Assert.Single(await staff.Portal.AuditAsync<TRecord>(order.Id));
}
