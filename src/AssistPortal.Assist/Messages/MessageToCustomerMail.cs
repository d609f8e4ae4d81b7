using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Messages;

/// <summary>Brings the customer what a coordinator has written, and the way to the page to answer on.</summary>
internal sealed class MessageToCustomerMail(
    IStringLocalizer<AssistTexts> texts, OrderMailParts parts, PortalAddress address)
{
    public const string Cause = "order.message";

    /// <param name="whole">The order.</param>
    /// <param name="message">The message.</param>
    /// <param name="thread">Message-ID of the order's first mail to the contact.</param>
    public MailToWrite For(OrderWithRelations whole, OrderMessage message, string? thread)
    {
        var order = whole.Order;
        using var culture = MailCulture.Of(order.PageLanguage);
        var body = Body(whole, message, OrderMailParts.Greeted(order), parts.LinkTo("messages"))
            .Paragraph(texts["Link.Note"]);
        return parts.ToCustomer(Cause, whole, Subject(order), body, method: null, thread) with
        {
            Revision = message.Position,
        };
    }

    /// <summary>The same for the host, who signs in to answer.</summary>
    public MailToWrite ForHost(OrderWithRelations whole, OrderMessage message, MailPerson host)
    {
        var order = whole.Order;
        using var culture = MailCulture.Of(host.Language);
        return new MailToWrite
        {
            Cause = Cause,
            SubjectId = order.Id.ToString(),
            Revision = message.Position,
            Recipient = host.Email,
            RecipientName = host.Name,
            Language = host.Language,
            Subject = Subject(order),
            Body = Body(whole, message, host.Name, address.Of($"resources/orders/{order.RequestNumber}")),
        };
    }

    private string Subject(Order order) =>
        texts["Message.Sent.Subject", order.RequestNumber.ToString(), order.Event.Topic];

    private MailBody Body(OrderWithRelations whole, OrderMessage message, string reader, Uri page)
    {
        var number = whole.Order.RequestNumber.ToString();
        return new MailBody(texts["Message.Sent.Preheader", number])
            .Heading(texts["Message.Sent.Heading"])
            .Paragraph(texts["Placed.Greeting", reader])
            .Quote(texts["Message.Sent.Text", number], message.Text)
            .Link(texts["Message.Sent.Open"], page)
            .Facts(parts.Short(whole));
    }
}
