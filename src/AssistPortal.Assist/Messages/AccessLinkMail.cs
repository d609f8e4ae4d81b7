using AssistPortal.Assist.Access;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Messages;

/// <summary>Brings the customer a new link to the order; the links of former mails end with it.</summary>
internal sealed class AccessLinkMail(IStringLocalizer<AssistTexts> texts, OrderMailParts parts)
{
    public const string Cause = OrderAccessTokens.NewLinkCause;

    /// <param name="whole">The order.</param>
    /// <param name="count">How many such mails there were before.</param>
    /// <param name="thread">Message-ID of the order's first mail to the contact.</param>
    public MailToWrite For(OrderWithRelations whole, int count, string? thread)
    {
        var order = whole.Order;
        using var culture = MailCulture.Of(order.PageLanguage);
        var number = order.RequestNumber.ToString();
        var body = parts.Begin(whole, texts["Access.Preheader", number], texts["Access.Heading"])
            .Paragraph(texts["Access.Text", number])
            .Facts(parts.Short(whole));
        var subject = texts["Access.Subject", number];
        return parts.ToCustomer(Cause, whole, subject, parts.AddManageLink(body), method: null, thread) with
        {
            Revision = count,
        };
    }
}
