using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Assist.Updates;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Messages;

/// <summary>
/// Tells the customer whether the portal could change the meeting on the site, and if not, what to do by hand.
/// </summary>
internal sealed class MeetingChangedMail(IStringLocalizer<AssistTexts> texts, OrderMailParts parts)
{
    public const string Cause = "order.meeting";

    /// <param name="whole">The order at its new time.</param>
    /// <param name="update">The update, with its outcome.</param>
    /// <param name="thread">Message-ID of the order's first mail to the contact.</param>
    public MailToWrite For(OrderWithRelations whole, OrderUpdate update, string? thread)
    {
        var order = whole.Order;
        using var culture = MailCulture.Of(order.PageLanguage);
        var number = order.RequestNumber.ToString();
        var outcome = update.Meeting == MeetingFollowUp.Changed ? "Changed" : "Failed";
        var time = order.Time with { Start = update.Start };
        var body = parts
            .Begin(whole, texts[$"Meeting.{outcome}.Preheader", number], texts[$"Meeting.{outcome}.Heading"])
            .Paragraph(texts[$"Meeting.{outcome}.Text", whole.Site.Name])
            .Facts(
            [
                OrderMailParts.Time(texts["Updated.New"], time),
                new MailFact(texts["Word.Topic"], order.Event.Topic),
                .. order.Event.MeetingNumber.Length > 0
                    ? new[] { new MailFact(texts["Word.MeetingNumber"], order.Event.MeetingNumber) }
                    : [],
            ]);
        if (outcome == "Failed")
        {
            body.Link(texts["Updated.Meeting.Link"], whole.Site.SchedulingAddress);
        }

        var subject = texts[$"Meeting.{outcome}.Subject", number, order.Event.Topic];
        return parts.ToCustomer(Cause, whole, subject, body, method: null, thread) with
        {
            Revision = update.Revision!.Value,
        };
    }
}
