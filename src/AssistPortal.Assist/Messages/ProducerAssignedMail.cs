using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Messages;

/// <summary>Tells a producer of an order that is theirs from now on.</summary>
internal sealed class ProducerAssignedMail(IStringLocalizer<AssistTexts> texts, ProducerMailParts parts)
{
    public const string Cause = "producer.assigned";

    public MailToWrite For(OrderWithRelations whole, ProducerAddressee addressee)
    {
        using var culture = MailCulture.Of(addressee.Language);
        var number = whole.Order.RequestNumber.ToString();
        var body = new MailBody(texts["Assigned.Preheader", number, Wording.ZonedSpan(whole.Order.Time)])
            .Heading(texts["Assigned.Heading"])
            .Paragraph(texts["Placed.Greeting", addressee.Producer.Name])
            .Paragraph(texts["Assigned.Text", number])
            .Facts(parts.All(whole, addressee.Producer));
        var subject = texts["Assigned.Subject", number, whole.Order.Event.Topic];
        return parts.ToProducer(
            Cause, whole, addressee, subject, parts.AskForAnswer(body, whole, addressee), CalendarMethod.Request);
    }
}
