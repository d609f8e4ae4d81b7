using System.Text.RegularExpressions;
using AssistPortal.Assist.Access;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Assist.Updates;
using AssistPortal.Data;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.UnitTests.Assist.Orders;
using AssistPortal.UnitTests.Texts;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Messages;

/// <summary>The mails about what happens to an order after it was placed, in every language.</summary>
public sealed partial class OrderChangeMailTests
{
    private static readonly Instant NewStart = SampleOrder.Time.Start + Duration.FromDays(3);
    private static readonly IStringLocalizer<AssistTexts> Texts = Localizers.Of<AssistTexts>();
    private static readonly ProducerMailParts ProducerParts =
        new(
            Texts,
            new Wording(Texts),
            OrderMessages.Parts,
            OrderMessages.Calendar,
            new PortalAddress(new Uri("https://portal.example/")));

    public static TheoryData<string> Languages => ["en", "zh-Hant", "zh-Hans"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Both_parts_tell_the_old_time_and_the_new(string language)
    {
        var (order, update) = Moved(language, MeetingFollowUp.Later);
        var mail = new OrderUpdatedMail(Texts, new Wording(Texts), OrderMessages.Parts).For(
            OrderMessages.Whole(order), update, "<first@portal.example>");
        Assert.Equal(
            ("order.updated", 1, "<first@portal.example>", language),
            (mail.Cause, mail.Revision, mail.InReplyTo, mail.Language));
        Assert.Equal(
            (CalendarMethod.Request, 1, NewStart),
            (mail.Calendar!.Method, mail.Calendar.Event.Sequence, mail.Calendar.Event.Start));
        AssertSays(
            mail,
            order.RequestNumber.ToString(),
            Span(SampleOrder.Time, language),
            Span(order.Time, language),
            "Pat Producer");
        Assert.Contains(
            "https://northwind.meetings.example/\r\n", OrderMessages.Render(mail).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_cancellation_tells_what_it_costs(string language)
    {
        var order = OrderMessages.Order(language);
        var at = SampleOrder.Time.Start - Duration.FromDays(3);
        var mail = Cancelled(order, CancellationQuote.Of(order, contract: null, at), at);
        Assert.Equal((CalendarMethod.Cancel, 1), (mail.Calendar!.Method, mail.Calendar.Event.Sequence));
        AssertSays(mail, order.RequestNumber.ToString(), "50%", "USD\u00a0790.25", "USD\u00a01,580.50");

        var free = OrderMessages.Order(language);
        var quote = CancellationQuote.Of(free, contract: null, SampleOrder.Now);
        Assert.DoesNotContain(
            "USD", OrderMessages.Render(Cancelled(free, quote, SampleOrder.Now)).Text, StringComparison.Ordinal);

        var agreed = OrderMessages.Order(language);
        var contract = new Contract(1, 1, "USD");
        contract.Agree(new ContractTerms(100_001, null, null, new()));
        quote = CancellationQuote.Of(agreed, contract, at);
        AssertSays(Cancelled(agreed, quote, at), "50%", "USD\u00a0665.26", "USD\u00a01,330.51");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_outcome_on_the_site_is_told_and_what_to_do_by_hand_where_it_failed(string language)
    {
        foreach (var failure in new DirectoryException?[] { null, new(DirectoryFault.Unavailable, "tracking-7") })
        {
            var (order, update) = Moved(language, MeetingFollowUp.Pending);
            update.EndMeeting(failure is null ? MeetingFollowUp.Changed : MeetingFollowUp.Failed, failure);
            var mail = new MeetingChangedMail(Texts, OrderMessages.Parts).For(OrderMessages.Whole(order), update, null);
            Assert.Equal(("order.meeting", 1, null), (mail.Cause, mail.Revision, mail.Calendar));
            AssertSays(mail, Span(order.Time, language), "726401938");
            var text = OrderMessages.Render(mail).Text;
            Assert.Equal(
                failure is not null,
                text.Contains("https://northwind.meetings.example/\r\n", StringComparison.Ordinal));
            Assert.DoesNotContain("tracking-7", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Producers_get_the_whole_reserved_time_into_their_calendar(string language)
    {
        var (order, _) = Moved("en", MeetingFollowUp.Later);
        var whole = OrderMessages.Whole(order);
        var addressee = new ProducerAddressee(whole.Producer, language, "<first@portal.example>");
        var assigned = new ProducerAssignedMail(Texts, ProducerParts).For(whole, addressee);
        var moved = new ProducerMovedMail(Texts, ProducerParts).For(whole, SampleOrder.Time.Start, addressee);
        var released = new ProducerReleasedMail(Texts, OrderMessages.Parts, ProducerParts).For(
            whole, SampleOrder.Time.Start, addressee);
        foreach (var (mail, method) in new[]
        {
            (assigned, CalendarMethod.Request),
            (moved, CalendarMethod.Request),
            (released, CalendarMethod.Cancel),
        })
        {
            Assert.Equal(
                ("pat@portal.example", language, "<first@portal.example>"),
                (mail.Recipient, mail.Language, mail.InReplyTo));
            var entry = mail.Calendar!.Event;
            Assert.Equal(
                (method, order.ProducerCalendarUid, NewStart
                    - Duration.FromMinutes(30), order.Time.End + Duration.FromMinutes(15)),
                (mail.Calendar.Method, entry.Uid, entry.Start, entry.End));
            Assert.DoesNotContain("open?token", OrderMessages.Render(mail).Text, StringComparison.Ordinal);
        }

        AssertSays(assigned, Span(order.Time, language), "Hannah Brooks", "Please call & ask");
        using (MailCulture.Of(language))
        {
            Assert.Contains(
                Wording.ZonedSpan(order.Time), assigned.Calendar!.Event.Description, StringComparison.Ordinal);
            AssertSays(assigned, [
                new Wording(Texts).Fee(order.StandardFee.Extras.Single()),
                .. order.WishedTimes.Select(Wording.ZonedTime),
            ]);
        }

        AssertSays(moved, Span(SampleOrder.Time, language), Span(order.Time, language));
        AssertSays(released, Span(SampleOrder.Time, language));
    }

    [Fact]
    public void A_link_stands_in_stored_mails_without_its_key()
    {
        var (order, update) = Moved("en", MeetingFollowUp.DoneBefore);
        var mail = new OrderUpdatedMail(Texts, new Wording(Texts), OrderMessages.Parts)
            .For(OrderMessages.Whole(order), update, null);
        Assert.Contains(
            $"open?token={OrderAccessTokens.MailedToken}", OrderMessages.Render(mail).Html, StringComparison.Ordinal);
    }

    private static MailToWrite Cancelled(Order order, CancellationQuote quote, Instant at)
    {
        order.Cancel(at, quote.Amount.Minor);
        return new OrderCancelledMail(Texts, new Wording(Texts), OrderMessages.Parts)
            .For(OrderMessages.Whole(order), quote, null);
    }

    private static (Order Order, OrderUpdate Update) Moved(string language, MeetingFollowUp meeting)
    {
        var order = OrderMessages.Order(language);
        var update = OrderUpdate.Begin(order, Guid.NewGuid(), NewStart, SampleOrder.Now);
        order.Move(NewStart, producerId: 9, SampleOrder.Now);
        update.Confirm(order, formerProducerId: 7, meeting, SampleOrder.Now);
        return (order, update);
    }

    private static void AssertSays(MailToWrite mail, params string[] facts)
    {
        var content = OrderMessages.Render(mail);
        var html = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(content.Html).Body!.TextContent;
        foreach (var part in new[] { content.Text, html })
        {
            Assert.All(facts, fact => Assert.Contains(Squeeze(fact), Squeeze(part), StringComparison.Ordinal));
        }

        Assert.DoesNotMatch(Unresolved(), $"{mail.Subject} {content.Text} {content.Html} {content.Calendar}");
    }

    private static string Span(EventTime time, string language)
    {
        using var culture = MailCulture.Of(language);
        return Wording.Span(time);
    }

    private static string Squeeze(string text) => Spaces().Replace(text, "");

    [GeneratedRegex(
        @"\{[0-9]\}|(Updated|Cancelled|Meeting|Assigned|Moved|Released|Producer|Placed)\.[A-Z]\w+",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Unresolved();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Spaces();
}
