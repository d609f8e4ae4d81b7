using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Texts;
using AssistPortal.TestSupport.Mail;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Managing;

/// <summary>What calendars end with, as an independent parser reads the mails.</summary>
public sealed class CalendarMailTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public async Task A_calendar_that_got_request_request_and_cancel_ends_without_the_event(string language)
    {
        using var portal = new PortalFactory();
        await portal.LeaveOneProducerAsync();
        var order = await portal.PlaceAsync(language: language);
        var former = order.Time;
        var next = FreeMoment.Next();
        await MoveAndCancelAsync(portal, order, next);
        var mails = await portal.MailsAboutAsync($"{order.Id}");
        foreach (var recipient in mails.GroupBy(mail => mail.Row.Recipient))
        {
            var calendars = recipient
                .Select(mail => Assert.Single(mail.Read.Calendars.DistinctBy(item => item.Sequence)))
                .ToList();
            Assert.Single(calendars.Select(calendar => calendar.Uid).Distinct());
            Assert.Equal([0, 1, 2], calendars.Select(calendar => calendar.Sequence));
            Assert.Equal(["REQUEST", "REQUEST", "CANCEL"], calendars.Select(calendar => calendar.Method));
            Assert.Equal(["CONFIRMED", "CONFIRMED", "CANCELLED"], calendars.Select(calendar => calendar.Status));
            Assert.All(calendars, calendar => Assert.Equal(recipient.Key, Assert.Single(calendar.Attendees).Address));
            var lead = recipient.Key == Customers.Email ? Duration.Zero : Duration.FromMinutes(30);
            Assert.Equal(
                [former.Start - lead, next.Start - lead, next.Start - lead],
                calendars.Select(calendar => Instant.FromDateTimeOffset(calendar.Start!.Value)));
            Assert.Empty(Apply(calendars));

            var thread = recipient.First().Read.Header("Message-ID");
            Assert.Equal([null, thread, thread], recipient.Select(mail => mail.Read.Header("In-Reply-To")));
            Assert.All(recipient, mail => Assert.Empty(mail.Read.Defects));
        }

        var customer = mails.Where(mail => mail.Row.Recipient == Customers.Email).Select(mail => mail.Read).ToList();
        Assert.Equal(
            [
                $"Placed.Subject|{order.RequestNumber}",
                $"Updated.Subject|{order.RequestNumber}",
                $"Cancelled.Subject|{order.RequestNumber}",
            ],
            customer.Select((mail, index) => Matching(portal, language, order, mail.Header("Subject")!, index)));
        var spans = PortalWords.In(
            language, () => (Wording.Span(former), Wording.Span(former with { Start = next.Start })));
        foreach (var body in new[]
        {
            customer[1].Text!,
            new AngleSharp.Html.Parser.HtmlParser().ParseDocument(customer[1].Html!).Body!.TextContent,
        })
        {
            Assert.Contains(PortalPage.Squeeze(spans.Item1), PortalPage.Squeeze(body), StringComparison.Ordinal);
            Assert.Contains(PortalPage.Squeeze(spans.Item2), PortalPage.Squeeze(body), StringComparison.Ordinal);
        }

        Assert.Contains(
            PortalPage.Squeeze(portal.Words(language, "Assist.Cancelled.Free")),
            PortalPage.Squeeze(customer[2].Text!),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_producer_who_loses_an_order_gets_a_cancellation_and_the_one_who_takes_over_a_request()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var next = FreeMoment.Next();
        await portal.InDatabaseAsync(async db =>
        {
            var producer = await db.Set<Producer>()
                .Include(item => item.TimeOff)
                .SingleAsync(item => item.Id == order.ProducerId);
            producer.TakeOff(TimeOffDetails.Days(next.At.Date.PlusDays(-1), next.At.Date.PlusDays(1)));
            await db.SaveChangesAsync();
        });
        await MoveAndCancelAsync(portal, order, next);
        var moved = await portal.ReadAsync(order.RequestNumber);
        var emails = await portal.InDatabaseAsync(
            db => db.Set<Producer>().ToDictionaryAsync(producer => producer.Id, producer => producer.Email));
        var mails = await portal.MailsAboutAsync($"{order.Id}");
        Assert.Equal(
            ["producer.assigned REQUEST 0", "producer.released CANCEL 1"],
            Told(mails, emails[order.ProducerId]));
        Assert.Equal(
            ["producer.assigned REQUEST 1", "producer.released CANCEL 2"],
            Told(mails, emails[moved.ProducerId]));
    }

    private static IEnumerable<string> Told(
        IEnumerable<(Mail.Queue.OutboxMail Row, ReadMail Read)> mails, string recipient) =>
        from mail in mails
        where mail.Row.Recipient == recipient
        let calendar = mail.Read.Calendars.DistinctBy(item => item.Sequence).Single()
        select $"{mail.Row.Cause} {calendar.Method} {calendar.Sequence}";

    private static string Matching(PortalFactory portal, string language, Order order, string subject, int index)
    {
        string[] keys = ["Placed.Subject", "Updated.Subject", "Cancelled.Subject"];
        var key = keys[index];
        Assert.Equal(portal.Words(language, $"Assist.{key}|{order.RequestNumber}|{order.Event.Topic}"), subject);
        return $"{key}|{order.RequestNumber}";
    }

    /// <summary>
    /// What a calendar program holds after the messages, by RFC 5546: an older or equal sequence is ignored.
    /// </summary>
    private static Dictionary<string, ReadCalendar> Apply(IEnumerable<ReadCalendar> messages)
    {
        var calendar = new Dictionary<string, ReadCalendar>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            if (calendar.TryGetValue(message.Uid!, out var known) && known.Sequence >= message.Sequence)
            {
                continue;
            }

            if (message.Method == "CANCEL")
            {
                calendar.Remove(message.Uid!);
            }
            else
            {
                calendar[message.Uid!] = message;
            }
        }

        return calendar;
    }

    private static async Task MoveAndCancelAsync(PortalFactory portal, Order order, FreeMoment next)
    {
        var (browser, page) = await portal.FindAsync(order);
        using var _ = browser;
        var lookup = (await page.MoveAsync(browser, next)).At("meeting-lookup");
        (await lookup.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("confirmation");
        await (await browser.GetAsync(
            $"/assist/manage/{order.RequestNumber}/cancel")).SubmitAsync(button: "button[value=yes]");
    }
}
