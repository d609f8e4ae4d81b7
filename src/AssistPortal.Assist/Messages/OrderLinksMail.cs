using AssistPortal.Assist.Access;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Messages;

/// <summary>
/// Brings somebody the links to all their coming orders, because they asked for them. No other link ends with it.
/// </summary>
internal sealed class OrderLinksMail(
    IStringLocalizer<AssistTexts> texts, OrderMailParts parts, PortalAddress address)
{
    public const string Cause = "order.links";

    /// <param name="requestId">The request, which is answered once.</param>
    /// <param name="orders">All of the same contact e-mail, at least one, in the order of their events.</param>
    public MailToWrite For(Guid requestId, IReadOnlyList<Order> orders)
    {
        var next = orders[0];
        using var culture = MailCulture.Of(next.PageLanguage);
        var body = parts.Greet(next, texts["Links.Preheader"], texts["Links.Heading"]).Paragraph(texts["Links.Text"]);
        foreach (var order in orders)
        {
            var number = order.RequestNumber.ToString();
            body.Facts(
                    new MailFact(texts["Word.RequestNumber"], number),
                    parts.Time(order.Time),
                    new MailFact(texts["Word.Topic"], order.Event.Topic))
                .Link(
                    texts["Links.Open", number],
                    address.Of($"assist/manage/open?token={OrderAccessTokens.MailedTokenOf(order.Id)}"));
        }

        return new MailToWrite
        {
            Cause = Cause,
            SubjectId = requestId.ToString(),
            Revision = 0,
            Recipient = next.Contact.Email,
            RecipientName = OrderMailParts.Greeted(next),
            Language = next.PageLanguage,
            Subject = texts["Links.Subject"],
            Body = body.Note(texts["Links.Note"]),
        };
    }
}
