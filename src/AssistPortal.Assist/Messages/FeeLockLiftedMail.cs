using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>
/// Tells the customer that what their change of date or time has kept is forgone, and what cancelling costs now. The
/// reason stays with the coordinators.
/// </summary>
internal sealed class FeeLockLiftedMail(IStringLocalizer<AssistTexts> texts, OrderMailParts parts, Wording wording)
{
    public const string Cause = "order.fee-lock";

    /// <param name="whole">The order, with nothing kept any more.</param>
    /// <param name="now">The moment.</param>
    /// <param name="thread">Message-ID of the order's first mail to the contact.</param>
    public MailToWrite For(OrderWithRelations whole, Instant now, string? thread)
    {
        var order = whole.Order;
        using var culture = MailCulture.Of(order.PageLanguage);
        var number = order.RequestNumber.ToString();
        var body = parts
            .Begin(whole, texts["FeeLock.Preheader", number], texts["FeeLock.Heading"])
            .Paragraph(texts["FeeLock.Text"])
            .Facts(parts.Short(whole))
            .Heading(texts["Terms.Title"])
            .List(wording.CancellationTerms(order.CancellationTerms, now, order.Time.LocalStart.Zone));
        return parts.ToCustomer(
            Cause,
            whole,
            texts["FeeLock.Subject", number, order.Event.Topic],
            parts.AddManageLink(parts.AddContacts(body, whole)),
            method: null,
            thread);
    }
}
