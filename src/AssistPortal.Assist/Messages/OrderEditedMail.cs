using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>
/// Tells the customer what a coordinator has changed of the order, with the fee where that is another one. Where the
/// address was wrong, the new one gets the whole confirmation: it has had no mail yet.
/// </summary>
internal sealed class OrderEditedMail(
    IStringLocalizer<AssistTexts> texts, OrderMailParts parts, OrderDifferences differences, Wording wording)
{
    public const string Cause = "order.edited";

    /// <param name="edited">The order.</param>
    /// <param name="count">How many such mails there were before.</param>
    /// <param name="now">The moment.</param>
    /// <param name="thread">Message-ID of the order's first mail to the contact.</param>
    public MailToWrite For(EditedOrder edited, int count, Instant now, string? thread)
    {
        var order = edited.Order;
        using var culture = MailCulture.Of(order.PageLanguage);
        var number = order.RequestNumber.ToString();
        var body = parts
            .Begin(edited.Whole, texts["Edited.Preheader", number], texts["Edited.Heading"])
            .Paragraph(texts["Edited.Text", number])
            .Facts(edited.Differences(differences).Select(
                item => new MailFact(item.Label, differences.InLine(item))));
        AddOrder(body, edited, now);
        return parts.ToCustomer(
            Cause,
            edited.Whole,
            texts["Edited.Subject", number, order.Event.Topic],
            parts.AddManageLink(parts.AddContacts(body, edited.Whole)),
            edited.ShowsInCustomersCalendar ? CalendarMethod.Request : null,
            thread) with
        {
            Revision = count,
        };
    }

    private void AddOrder(MailBody body, EditedOrder edited, Instant now)
    {
        var (whole, order) = (edited.Whole, edited.Order);
        body.Heading(texts["Edited.Order"]);
        if (edited.HasOtherAddress)
        {
            parts.AddDetails(body, whole);
        }
        else
        {
            body.Facts(parts.Short(whole));
        }

        if (edited.HasOtherAddress || edited.After.Fee != edited.Before.Fee)
        {
            parts.AddFee(body, order, now);
            if (wording.LeastCancellation(order) is { } least)
            {
                body.Paragraph(least);
            }
        }
    }
}
