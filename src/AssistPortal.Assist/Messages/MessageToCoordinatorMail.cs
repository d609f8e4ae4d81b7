using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Messages;

/// <summary>Brings a coordinator what a customer has written.</summary>
internal sealed class MessageToCoordinatorMail(
    IStringLocalizer<AssistTexts> texts, OrderMailParts parts, PortalAddress address)
{
    public const string Cause = "coordinator.message";

    public MailToWrite For(OrderWithRelations whole, OrderMessage message, MailPerson person)
    {
        var order = whole.Order;
        using var culture = MailCulture.Of(person.Language);
        var number = order.RequestNumber.ToString();
        var body = new MailBody(texts["Message.Received.Preheader", number])
            .Heading(texts["Message.Received.Heading"])
            .Paragraph(texts["Placed.Greeting", person.Name])
            .Paragraph(texts["Message.Received.Text", number])
            .Note(message.Text)
            .Link(texts["Message.Received.Open"], address.Of($"staff/orders/{number}#messages"))
            .Facts([.. parts.Short(whole), OrderMailParts.Contact(texts["Word.Contact"], order)]);
        return new MailToWrite
        {
            Cause = Cause,
            SubjectId = order.Id.ToString(),
            Revision = message.Position,
            Recipient = person.Email,
            RecipientName = person.Name,
            Language = person.Language,
            Subject = texts["Message.Received.Subject", number, order.Event.Topic],
            Body = body,
        };
    }
}
