using System.Net;
using AssistPortal.Assist.Access;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>What coordinators change of what a customer gave.</summary>
public sealed class OrderEditTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    private const string Right = "right@customer.example";
    private const string Why = "You asked for <one> hour more,\nand your address was mistyped.";

    [Fact]
    public async Task A_mistyped_address_is_mended_an_hour_added_and_the_customer_told_why_on_one_page_and_in_one_mail()
    {
        var order = await staff.Portal.PlaceAsync(email: "wrong@customer.example");
        var confirmed = await staff.Portal.MailsAboutAsync($"{order.Id}");
        var (stranger, _) = await staff.Portal.FindAsync(order);
        using var __ = stranger;
        var asked = await (await FormAsync(order)).SubmitAsync(new(StringComparer.Ordinal)
        {
            ["Email"] = Right, ["DurationMinutes"] = "120", ["MessageToCustomer"] = Why,
        });
        Assert.Contains("1 hour", asked.Get("#forecast").TextContent, StringComparison.Ordinal);
        Assert.Contains(Right, asked.Get("#forecast-mail").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(asked.All("#forecast .cancellation-terms li"));
        Assert.Null(asked.Find("#forecast-producer"));
        Assert.Equal(order.Version, (await staff.Portal.ReadAsync(order.RequestNumber)).Version);

        var saved = await asked.SubmitAsync();
        Assert.Equal($"/staff/orders/{order.RequestNumber}", saved.Path);
        var edited = await staff.Portal.ReadAsync(order.RequestNumber);
        Assert.Equal((Right, 120, 1), (edited.Contact.Email, edited.Time.DurationMinutes, edited.CalendarSequence));
        Assert.Equal(Fee(asked), edited.StandardFeeMinor);
        Assert.Equal(edited.StandardFeeMinor, edited.FeeLines.Sum(line => line.AmountMinor));
        Assert.Equal(order.ProducerId, edited.ProducerId);
        Assert.Equal(edited.Time.End + Duration.FromMinutes(15), (await ReservedAsync(order)).End);

        var mails = (await staff.Portal.MailsAboutAsync($"{order.Id}"))
            .Where(mail => confirmed.All(before => before.Row.Id != mail.Row.Id)).ToList();
        var (row, mail) = Assert.Single(mails, item => item.Row.Recipient == Right);
        Assert.Equal(OrderEditedMail.Cause, row.Cause);
        Assert.Contains("> You asked for <one> hour more,", mail.Text, StringComparison.Ordinal);
        Assert.Contains("wrong@customer.example → right@customer.example", mail.Text, StringComparison.Ordinal);
        Assert.Contains("1 hour → 2 hours", mail.Text, StringComparison.Ordinal);
        Assert.Contains(order.RequestNumber.ToString(), mail.Text, StringComparison.Ordinal);
        Assert.Contains("assist/manage/open?token=", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<one>", mail.Html, StringComparison.Ordinal);
        var calendar = mail.Calendars[0];
        Assert.Equal(("REQUEST", 1), (calendar.Method, calendar.Sequence));
        Assert.Equal(edited.Time.End.ToDateTimeOffset(), calendar.End);

        // Whoever has the wrong address learns nothing, and gets in no more.
        var (_, former) = Assert.Single(mails, item => item.Row.Recipient == order.Contact.Email);
        Assert.DoesNotContain(Right, former.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("token=", former.Text, StringComparison.Ordinal);
        Assert.All(former.Calendars, entry => Assert.Equal("CANCEL", entry.Method));
        var outside = await stranger.GetAsync($"/assist/manage/{order.RequestNumber}/availability");
        Assert.Equal($"/assist/manage?number={order.RequestNumber}", outside.Path);
        Assert.Equal(1, await staff.Portal.InDatabaseAsync(
            db => db.Set<OrderAccessToken>().CountAsync(token => token.OrderId == order.Id)));
        Assert.Equal(
            ProducerEditedMail.Cause,
            Assert.Single(
                mails, item => item.Row.Cause.StartsWith("producer.", StringComparison.Ordinal)).Row.Cause);

        Assert.Equal(Why, Assert.Single(saved.All(".message-list .as-typed")).TextContent);
        var told = saved.Get(".timeline").TextContent;
        Assert.Contains(staff.Portal.Words("en", "Timeline.Edited"), told, StringComparison.Ordinal);
        Assert.Contains("Duration: 1 hour → 2 hours", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_coordinators_at_once_lose_nothing()
    {
        var order = await staff.Portal.PlaceAsync();
        var (first, second) = (await FormAsync(order), await FormAsync(order));
        await first.SubmitAsync(new(StringComparer.Ordinal) { ["Email"] = Right, ["Topic"] = "By the first" });

        var late = await second.SubmitAsync(new(StringComparer.Ordinal)
        {
            ["Topic"] = "By the second", ["Agenda"] = "Welcome\r\nQuestions", ["MessageToCustomer"] = "See you",
        });
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("By the first", late.Get("#by-others").TextContent, StringComparison.Ordinal);
        Assert.Contains(Right, late.Get("#by-others").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Welcome", late.Get("#by-others").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            (Right, "By the second", "See you"),
            (late.Value("Email"), late.Value("Topic"), late.Value("MessageToCustomer")));

        await late.SubmitAsync();
        var edited = await staff.Portal.ReadAsync(order.RequestNumber);
        Assert.Equal(
            (Right, "By the second", "Welcome\nQuestions"),
            (edited.Contact.Email, edited.Event.Topic, edited.Event.Agenda));
    }

    [Fact]
    public async Task Nothing_is_sent_when_nothing_changed_and_a_calendar_only_where_it_shows_it()
    {
        var order = await staff.Portal.PlaceAsync();
        var unchanged = await (await FormAsync(order)).SubmitAsync();
        Assert.Contains(staff.Portal.Words("en", "OrderEdit.Nothing"), unchanged.Text, StringComparison.Ordinal);
        var said = await (await FormAsync(order)).SubmitAsync(
            new(StringComparer.Ordinal) { ["MessageToCustomer"] = "Hello" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, said.Status);
        Assert.Contains("MessageToCustomer", said.Errors.Keys);
        Assert.Equal("Hello", said.Value("MessageToCustomer"));
        Assert.Empty(await EditMailsAsync(order));
        Assert.Equal(order.Version, (await staff.Portal.ReadAsync(order.RequestNumber)).Version);

        await (await FormAsync(order)).SubmitAsync(new(StringComparer.Ordinal) { ["ExpectedAttendees"] = "150" });
        await (await FormAsync(order)).SubmitAsync(new(StringComparer.Ordinal) { ["Topic"] = "Another topic" });
        var mails = await EditMailsAsync(order);
        Assert.Equal([false, true], mails.Select(mail => mail.CalendarMethod is not null));
        Assert.Equal(1, (await staff.Portal.ReadAsync(order.RequestNumber)).CalendarSequence);
    }

    [Fact]
    public async Task A_language_that_is_asked_for_now_is_to_be_confirmed_and_extras_to_be_scheduled()
    {
        var order = await staff.Portal.PlaceAsync();
        var asked = await (await FormAsync(order)).SubmitAsync(
            new(StringComparer.Ordinal) { ["Language"] = "ja", ["RehearsalHours"] = "1.5" });
        await asked.SubmitAsync();
        var reasons = await staff.Portal.InDatabaseAsync(db => db.Set<OrderAttention>()
            .Where(item => item.OrderId == order.Id).Select(item => item.Reason).ToListAsync());
        Assert.Contains(AttentionReason.Language, reasons);
        Assert.Contains(AttentionReason.Session, reasons);

        var without = await (await FormAsync(order)).SubmitAsync(
            new(StringComparer.Ordinal) { ["Language"] = "en", ["RehearsalHours"] = "0" });
        await without.SubmitAsync();
        Assert.Equal(order.StandardFeeMinor, (await staff.Portal.ReadAsync(order.RequestNumber)).StandardFeeMinor);
        Assert.DoesNotContain(
            await staff.Portal.InDatabaseAsync(db => db.Set<OrderAttention>()
                .Where(item => item.OrderId == order.Id).Select(item => item.Reason).ToListAsync()),
            reason => reason is AttentionReason.Language or AttentionReason.Session);
    }

    [Fact]
    public async Task Faults_are_told_as_in_the_steps_of_ordering_and_what_stood_there_before_is_not_judged_anew()
    {
        var order = await staff.Portal.PlaceAsync();
        var wrong = await (await FormAsync(order)).SubmitAsync(new(StringComparer.Ordinal)
        {
            ["Email"] = "nobody", ["MeetingUrl"] = "https://elsewhere.example/m", ["Topic"] = "",
        });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(["Email", "MeetingUrl", "Topic"], wrong.Errors.Keys.Order());

        await staff.Portal.InDatabaseAsync(db => db.Set<Order>().Where(item => item.Id == order.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(item => item.Event.MeetingUrl, "https://former.example/m/1")));
        await (await FormAsync(order)).SubmitAsync(new(StringComparer.Ordinal) { ["Topic"] = "Mended" });
        Assert.Equal("Mended", (await staff.Portal.ReadAsync(order.RequestNumber)).Event.Topic);
    }

    private async Task<PortalPage> FormAsync(Order order) =>
        await staff.Browser.GetAsync($"/staff/orders/{order.RequestNumber}/edit");

    private static long Fee(PortalPage page) => long.Parse(page.Value("FeeMinor")!, null);

    private Task<Reservation> ReservedAsync(Order order) => staff.Portal.InDatabaseAsync(
        db => db.Set<Reservation>().AsNoTracking().SingleAsync(item => item.OrderId == order.Id));

    private Task<List<OutboxMail>> EditMailsAsync(Order order) => staff.Portal.InDatabaseAsync(
        db => db.Set<OutboxMail>().AsNoTracking()
            .Where(mail => mail.SubjectId == $"{order.Id}" && mail.Cause == OrderEditedMail.Cause)
            .OrderBy(mail => mail.Revision)
            .ToListAsync());
}
