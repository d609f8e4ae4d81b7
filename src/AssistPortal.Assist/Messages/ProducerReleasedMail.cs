using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>
/// Tells a producer that an order is no longer theirs: it was cancelled, moved to when they are not free, or given to
/// somebody else.
/// </summary>
internal sealed class ProducerReleasedMail(
    IStringLocalizer<AssistTexts> texts, OrderMailParts orderParts, ProducerMailParts parts)
{
    public const string Cause = "producer.released";

    /// <param name="whole">The order as it is now.</param>
    /// <param name="formerStart">When it was to begin.</param>
    /// <param name="addressee">The producer who is free again.</param>
    public MailToWrite For(OrderWithRelations whole, Instant formerStart, ProducerAddressee addressee)
    {
        var order = whole.Order;
        using var culture = MailCulture.Of(addressee.Language);
        var number = order.RequestNumber.ToString();
        var reason = order.State == OrderState.Cancelled
            ? "Cancelled"
            : formerStart == order.Time.Start
            ? "Reassigned"
            : "Moved";
        var body = new MailBody(texts["Released.Preheader", number])
            .Heading(texts["Released.Heading"])
            .Paragraph(texts["Placed.Greeting", addressee.Producer.Name])
            .Paragraph(texts[$"Released.{reason}", number])
            .Facts(
            [
                .. orderParts.Head(whole),
                OrderMailParts.Time(texts["Updated.Former"], order.Time with { Start = formerStart }),
                new MailFact(texts["Word.Topic"], order.Event.Topic),
            ]);
        var subject = texts["Released.Subject", number, order.Event.Topic];
        return parts.ToProducer(Cause, whole, addressee, subject, body, CalendarMethod.Cancel);
    }
}
