using System.Globalization;
using System.Security.Claims;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Revisions;
using AssistPortal.Mail.Queue;
using AssistPortal.Web.Shared.Times;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Orders.Timeline;

/// <summary>Tells what has happened to an order, for its host or for staff, from what the tables know.</summary>
public sealed class OrderTimeline(
    PortalDbContext db,
    AuditRecords records,
    Cached<Catalogue> catalogue,
    OrderDifferences differences,
    Wording wording,
    ReaderTimes times,
    IStringLocalizer<AssistTexts> assist,
    IStringLocalizer<TimelineTexts> texts)
{
    /// <param name="order">The order.</param>
    /// <param name="reader">Whose time zone it is told in.</param>
    /// <param name="isForStaff">Whether coordinators read it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<TimelinePage> ReadAsync(
        Order order, ClaimsPrincipal reader, bool isForStaff, CancellationToken cancellationToken)
    {
        var time = await times.OfAsync(reader, cancellationToken);
        var facts = await TimelineFacts.ReadAsync(db, records, order, isForStaff, cancellationToken);
        var acts = new TimelineActs(
            facts, await catalogue.GetAsync(cancellationToken), differences, assist, texts, isForStaff);
        IEnumerable<TimelineEvent> events =
        [
            Placed(order, acts, isForStaff),
            .. acts.Told(),
            .. Coming(facts, time.Now),
            .. facts.Mails.Select(mail => OfMail(mail, isForStaff)),
            .. Ended(facts, acts, isForStaff),
            .. facts.Invoices.Select(invoice => OfInvoice(invoice, acts, isForStaff)),
        ];
        return new TimelinePage([.. events.Reverse().OrderByDescending(item => item.At)], time, isForStaff);
    }

    private TimelineEvent Placed(Order order, TimelineActs acts, bool isForStaff) =>
        new(
            order.PlacedAt,
            "check-circle",
            texts[isForStaff && order.PlacedById is not null ? "Placed.ByStaff" : "Placed"])
        {
            By = acts.WhoDid<OrderPlaced>(),
            Details =
            [
                texts["Figure", assist["Word.Producer"].Value, acts.FirstProducer()],
                .. acts.Last<OrderPlaced>()?.Reason is null ? Array.Empty<string>() : [texts["Placed.ShortNotice"]],
            ],
            Quote = isForStaff ? acts.Last<OrderPlaced>()?.Reason : null,
        };

    /// <summary>The event and its sessions, each at its own time.</summary>
    private IEnumerable<TimelineEvent> Coming(TimelineFacts facts, Instant now)
    {
        var zone = facts.Order.Time.LocalStart.Zone;
        foreach (var session in facts.Sessions.Where(session => !session.IsCancelled))
        {
            yield return new TimelineEvent(session.Start, "calendar-event", texts[$"Session.{session.Kind}"])
            {
                Details =
                [
                    texts["Session.Time", Wording.LocalTime(session.Start.InZone(zone).LocalDateTime), Wording.Zone(
                        session.Start.InZone(zone)), wording.Length(session.DurationMinutes)],
                ],
            };
        }

        if (facts.Order.State != OrderState.Cancelled)
        {
            var time = facts.Order.Time;
            yield return new TimelineEvent(
                time.Start, "calendar-event", texts[time.Start > now ? "Event.Coming" : "Event.Begun"])
            {
                Details = [$"{Wording.Span(time)} · {Wording.Zone(time.LocalStart)}"],
            };
        }
    }

    private IEnumerable<TimelineEvent> Ended(TimelineFacts facts, TimelineActs acts, bool isForStaff)
    {
        var order = facts.Order;
        if (order.CancelledAt is { } cancelled)
        {
            yield return new TimelineEvent(cancelled, "x-circle", texts["Cancelled"])
            {
                By = acts.WhoDid<OrderCancelled>(),
                Quote = isForStaff ? acts.Last<OrderCancelled>()?.Reason : null,
                Details = order.CancellationFeeMinor > 0
                    ? [texts["Cancelled.Fee", new Money(order.CancellationFeeMinor.Value, order.Currency).ToString()]]
                    : [assist["Cancelled.Free"]],
            };
        }

        if (order.CompletedAt is { } completed)
        {
            yield return new TimelineEvent(completed, "check-circle-fill", texts["Completed"])
            {
                By = acts.WhoDid<OrderCompleted>(),
            };
        }

        if (facts.Report is { } report)
        {
            yield return new TimelineEvent(report.NotedAt, "list-check", texts["Report"])
            {
                Details =
                [
                    .. Figure(assist["Report.Registered"], report.Registered),
                    .. Figure(assist["Report.Attended"], report.Attended),
                ],
                Links = [.. facts.Recordings.Select(
                    (address, index) => new TimelineLink(assist["Report.Recording", index + 1], address))],
            };
        }
    }

    private IEnumerable<string> Figure(LocalizedString name, int? people)
    {
        if (people is { } count)
        {
            yield return texts["Figure", name.Value, count.ToString("N0", CultureInfo.CurrentCulture)];
        }
    }

    private TimelineEvent OfMail(TimelineMail mail, bool isForStaff)
    {
        var isTrouble = mail.State == OutboxMailState.Failed;
        var title = mail.State switch
        {
            OutboxMailState.Failed => texts["Mail.Failed", mail.Recipient],
            OutboxMailState.Sent or OutboxMailState.Digested => texts["Mail.Sent", mail.Recipient],
            OutboxMailState.Held => texts["Mail.Held", mail.Recipient],
            _ => texts["Mail.Waiting", mail.Recipient],
        };
        return new TimelineEvent(mail.At, isTrouble ? "exclamation-triangle" : "envelope", title)
        {
            Quote = mail.Subject,
            QuoteLanguage = mail.Language,
            IsTrouble = isTrouble,
            Links = isForStaff ? [new TimelineLink(texts["Mail.Open"], $"/staff/mail/{mail.Id}")] : [],
        };
    }

    private TimelineEvent OfInvoice(Invoice invoice, TimelineActs acts, bool isForStaff)
    {
        var isCredit = invoice.Kind == InvoiceKind.CreditNote;
        var title = isCredit
            ? texts["Invoice.Credited"]
            : texts[invoice.Revision > 1 ? "Invoice.Corrected" : "Invoice.Issued"];
        var path = isForStaff ? "/staff/invoices" : "/resources/invoices";
        return new TimelineEvent(invoice.IssuedAt, "receipt", title)
        {
            Details = [texts["Invoice.Amount", invoice.Total.ToString()]],
            Quote = invoice.Note.Length > 0 ? invoice.Note : null,
            By = acts.WhoWrote(invoice),
            Links = [new TimelineLink(
                texts[isCredit ? "Invoice.OpenCredit" : "Invoice.Open", invoice.Number], $"{path}/{invoice.Number}")],
        };
    }
}
