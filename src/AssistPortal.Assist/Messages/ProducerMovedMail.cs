using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>Tells the producer who keeps an order that it has another time.</summary>
internal sealed class ProducerMovedMail(IStringLocalizer<AssistTexts> texts, ProducerMailParts parts)
{
    public const string Cause = "producer.changed";

    public MailToWrite For(OrderWithRelations whole, Instant formerStart, ProducerAddressee addressee)
    {
        var order = whole.Order;
        using var culture = MailCulture.Of(addressee.Language);
        var number = order.RequestNumber.ToString();
        var body = new MailBody(texts["Moved.Preheader", number, Wording.ZonedSpan(order.Time)])
            .Heading(texts["Moved.Heading"])
            .Paragraph(texts["Placed.Greeting", addressee.Producer.Name])
            .Paragraph(texts["Moved.Text", number])
            .Facts(
            [
                OrderMailParts.Time(texts["Updated.Former"], order.Time with { Start = formerStart }),
                .. parts.All(whole, addressee.Producer),
            ]);
        var subject = texts["Moved.Subject", number, order.Event.Topic];
        return parts.ToProducer(
            Cause, whole, addressee, subject, parts.AskForAnswer(body, whole, addressee), CalendarMethod.Request);
    }
}
