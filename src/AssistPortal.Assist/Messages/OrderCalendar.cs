using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Mail;
using AssistPortal.Mail.Calendars;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>The calendar entries of an order's event, in the current culture.</summary>
public sealed class OrderCalendar(
    IStringLocalizer<AssistTexts> texts, PortalAddress address, IOptions<MailOptions> mail, IClock clock)
{
    /// <summary>The customer's entry.</summary>
    public CalendarEvent EventOf(OrderWithRelations whole)
    {
        var (order, producer) = (whole.Order, whole.Producer);
        return new CalendarEvent
        {
            Uid = order.CalendarUid,
            Sequence = order.CalendarSequence,
            Start = order.Time.Start,
            End = order.Time.End,
            Summary = texts["Calendar.Summary", order.Event.Topic, whole.PackageName],
            Description = texts[
                "Calendar.Description",
                order.RequestNumber.ToString(),
                producer.Name,
                producer.Email,
                producer.Phone,
                address.Of("assist/manage").ToString()],
            Location = order.Event.MeetingUrl.Length > 0 ? order.Event.MeetingUrl : null,
            Url = address.Of($"assist/manage/{order.RequestNumber}/availability"),
            OrganizerEmail = mail.Value.From,
            OrganizerName = mail.Value.FromName,
            Stamp = clock.GetCurrentInstant(),
        };
    }

    /// <summary>A producer's entry: the whole reserved time.</summary>
    public CalendarEvent ProducerEventOf(OrderWithRelations whole)
    {
        var order = whole.Order;
        return EventOf(whole) with
        {
            Uid = order.ProducerCalendarUid,
            Start = whole.Reserved.Start,
            End = whole.Reserved.End,
            Description = texts[
                "Calendar.ProducerDescription",
                order.RequestNumber.ToString(),
                Wording.ZonedSpan(order.Time),
                OrderMailParts.Greeted(order),
                order.Contact.Email,
                order.Contact.Phone],
            Url = null,
        };
    }

    /// <summary>The text of a calendar file to download.</summary>
    public string Publish(OrderWithRelations whole) => CalendarWriter.Publish(EventOf(whole));
}
