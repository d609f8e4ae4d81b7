using System.Globalization;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Mail;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace AssistPortal.Assist.Messages;

/// <summary>Tells the customer that the order is placed: request number, all details, fee, terms, whom to ask.</summary>
public sealed class OrderPlacedMail(
    IStringLocalizer<AssistTexts> texts,
    Wording wording,
    OrderCalendar calendar,
    PortalAddress address,
    IOptions<MailOptions> mail)
{
    public const string Cause = "order.placed";

    public MailToWrite For(Order order, ServicePackage package, Site site, Producer producer)
    {
        using var culture = MailCulture.Of(order.PageLanguage);
        var packageName = package.Texts.In(CultureInfo.CurrentUICulture).Name;
        return new MailToWrite
        {
            Cause = Cause,
            SubjectId = order.Id.ToString(),
            Revision = order.CalendarSequence,
            Recipient = order.Contact.Email,
            RecipientName = Wording.Name(order.Contact.FirstName, order.Contact.LastName),
            Language = order.PageLanguage,
            Subject = texts["Placed.Subject", order.RequestNumber.ToString(), order.Event.Topic],
            Body = Body(order, packageName, site, producer),
            Calendar = new CalendarInvitation(CalendarMethod.Request, calendar.EventOf(order, packageName, producer)),
        };
    }

    private MailBody Body(Order order, string packageName, Site site, Producer producer)
    {
        var currency = order.Currency;
        var body = new MailBody(texts["Placed.Preheader", order.RequestNumber.ToString(), Wording.Span(order.Time)])
            .Heading(texts["Placed.Heading"])
            .Paragraph(texts["Placed.Greeting", Wording.Name(order.Contact.FirstName, order.Contact.LastName)])
            .Paragraph(texts["Placed.Keep", order.RequestNumber.ToString()])
            .Facts(
            [
                new MailFact(texts["Word.RequestNumber"], order.RequestNumber.ToString()),
                new MailFact(texts["Word.ServicePackage"], packageName),
                new MailFact(texts["Word.Site"], site.Name),
                new MailFact(texts["Word.DateTime"], $"{Wording.Span(order.Time)}\n{Wording.Zone(order.Time.LocalStart)}"),
                .. EventFacts(order),
            ]);
        if (order.Event.Language != AssistLanguages.English)
        {
            body.Note(texts["Placed.Language", Wording.Language(order.Event.Language)]);
        }

        return body
            .Heading(texts["Fee.Title"])
            .Facts(
            [
                .. order.StandardFee.Lines.Select(line =>
                    new MailFact(wording.Fee(line), new Money(line.AmountMinor, currency).ToString())),
                new MailFact(texts["Fee.Total"], new Money(order.StandardFeeMinor, currency).ToString()),
            ])
            .Paragraph(texts["Fee.Note"])
            .Heading(texts["Terms.Title"])
            .List(wording.CancellationTerms(order.CancellationTiers.Select(tier => (tier.NoticeHours, tier.Percent))))
            .Heading(texts["Placed.Contacts"])
            .Facts(
                new MailFact(texts["Word.Producer"], $"{producer.Name}\n{producer.Email}\n{producer.Phone}"),
                new MailFact(texts["Word.Coordinator"], mail.Value.ReplyTo ?? mail.Value.From))
            .Paragraph(texts["Placed.Change"])
            .Link(texts["Word.UpdateCancel"], address.Of("assist/manage"));
    }

    private IEnumerable<MailFact> EventFacts(Order order)
    {
        var details = order.Event;
        yield return new MailFact(texts["Word.Topic"], details.Topic);
        if (details.MeetingNumber.Length > 0)
        {
            yield return new MailFact(texts["Word.MeetingNumber"], details.MeetingNumber);
        }

        if (details.MeetingUrl.Length > 0)
        {
            yield return new MailFact(texts["Word.MeetingUrl"], details.MeetingUrl);
        }

        yield return new MailFact(
            texts["Word.Attendees"], details.ExpectedAttendees.ToString("N0", CultureInfo.CurrentCulture));
        if (details.Presenters.Length > 0)
        {
            yield return new MailFact(texts["Word.Presenters"], details.Presenters);
        }

        if (details.Agenda.Length > 0)
        {
            yield return new MailFact(texts["Word.Agenda"], details.Agenda);
        }

        yield return new MailFact(texts["Word.Recording"], wording.Recording(details.RecordingFormat));
        yield return new MailFact(texts["Word.Language"], Wording.Language(details.Language));
        if (order.SessionWishes.Count > 0)
        {
            yield return new MailFact(
                texts["Word.SessionWishes"],
                string.Join('\n', order.SessionWishes.OrderBy(wish => wish.Position).Select(wish => Wording.LocalTime(wish.LocalTime))));
        }

        if (details.OtherComments.Length > 0)
        {
            yield return new MailFact(texts["Word.OtherComments"], details.OtherComments);
        }
    }
}
