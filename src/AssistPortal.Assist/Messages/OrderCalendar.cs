using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Mail.Calendars;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>The calendar entry of an order's event, in the current culture.</summary>
public sealed class OrderCalendar(IStringLocalizer<AssistTexts> texts, PortalAddress address, IClock clock)
{
    /// <summary>The entry for a calendar mail.</summary>
    public CalendarEvent EventOf(Order order, string packageName, Producer producer) => new()
    {
        Uid = order.CalendarUid,
        Sequence = order.CalendarSequence,
        Start = order.Time.Start,
        End = order.Time.End,
        Summary = texts["Calendar.Summary", order.Event.Topic, packageName],
        Description = texts[
            "Calendar.Description",
            order.RequestNumber.ToString(),
            producer.Name,
            producer.Email,
            producer.Phone,
            address.Of("assist/manage").ToString()],
        Location = order.Event.MeetingUrl.Length > 0 ? order.Event.MeetingUrl : null,
        Url = address.Of($"resources/orders/{order.RequestNumber}"),
        Stamp = clock.GetCurrentInstant(),
    };

    /// <summary>The text of a calendar file to download.</summary>
    public string Publish(Order order, string packageName, Producer producer) =>
        CalendarWriter.Publish(EventOf(order, packageName, producer));
}
