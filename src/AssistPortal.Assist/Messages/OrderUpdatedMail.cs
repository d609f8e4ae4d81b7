using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Assist.Updates;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Messages;

/// <summary>
/// Tells the customer that the order has another time: the old one and the new, and what to do on the site.
/// </summary>
internal sealed class OrderUpdatedMail(IStringLocalizer<AssistTexts> texts, Wording wording, OrderMailParts parts)
{
    public const string Cause = "order.updated";

    /// <param name="whole">The order at its new time.</param>
    /// <param name="update">The update.</param>
    /// <param name="thread">Message-ID of the order's first mail to the contact.</param>
    public MailToWrite For(OrderWithRelations whole, OrderUpdate update, string? thread)
    {
        var order = whole.Order;
        using var culture = MailCulture.Of(order.PageLanguage);
        var number = order.RequestNumber.ToString();
        var body = parts
            .Begin(whole, texts["Updated.Preheader", number, Wording.ZonedSpan(order.Time)], texts["Updated.Heading"])
            .Paragraph(texts["Updated.Done", number])
            .Facts(
            [
                OrderMailParts.Time(texts["Updated.Former"], order.Time with { Start = update.FormerStart }),
                OrderMailParts.Time(texts["Updated.New"], order.Time),
                .. parts.Head(whole),
                new MailFact(texts["Word.Topic"], order.Event.Topic),
            ])
            .Paragraph(update.HasOtherProducer
                ? texts["Updated.OtherProducer", whole.Producer.Name]
                : texts["Updated.SameProducer", whole.Producer.Name]);
        switch (update.Meeting)
        {
            case MeetingFollowUp.Later or MeetingFollowUp.SchedulingPage:
                body
                    .Note(texts["Updated.Meeting.ByHand", whole.Site.Name])
                    .Link(texts["Updated.Meeting.Link"], whole.Site.SchedulingAddress);
                break;
            case MeetingFollowUp.Pending:
                body.Note(texts["Updated.Meeting.Pending", whole.Site.Name]);
                break;
        }

        body.Heading(texts["Terms.Title"]).List(wording.CancellationTerms(
            order.CancellationTerms, update.ConfirmedAt!.Value, order.Time.LocalStart.Zone));
        if (wording.LeastCancellation(order) is { } least)
        {
            body.Paragraph(least);
        }

        return parts.ToCustomer(
            Cause,
            whole,
            texts["Updated.Subject", number, order.Event.Topic],
            parts.AddManageLink(parts.AddContacts(body, whole)),
            CalendarMethod.Request,
            thread);
    }
}
