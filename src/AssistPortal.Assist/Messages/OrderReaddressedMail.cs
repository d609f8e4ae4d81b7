using System.Globalization;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Assist.Messages;

/// <summary>
/// Tells the former address of an order that its mails go elsewhere, and takes the entry out of its calendar. Somebody
/// else may read there: it says nothing that this address was not told before, and opens no order.
/// </summary>
internal sealed class OrderReaddressedMail(
    IStringLocalizer<AssistTexts> texts, OrderMailParts parts, OrderCalendar calendar)
{
    public const string Cause = "order.readdressed";

    /// <param name="edited">The order.</param>
    /// <param name="count">How many such mails there were before.</param>
    /// <param name="hasEntry">Whether an entry is to be taken out of the calendar: the event is still to come.</param>
    /// <param name="thread">Message-ID of the order's first mail to the address.</param>
    public MailToWrite For(EditedOrder edited, int count, bool hasEntry, string? thread)
    {
        var order = edited.Order;
        using var culture = MailCulture.Of(order.PageLanguage);
        var number = order.RequestNumber.ToString();
        var body = new MailBody(texts["Readdressed.Preheader", number])
            .Heading(texts["Readdressed.Heading"])
            .Paragraph(texts["Readdressed.Text", number])
            .Facts(parts.Coordinators());
        return new MailToWrite
        {
            Cause = Cause,
            SubjectId = order.Id.ToString(),
            Revision = count,
            Recipient = edited.Before.Email,
            Language = order.PageLanguage,
            Subject = texts["Readdressed.Subject", number],
            Body = body,
            Calendar = hasEntry ? new CalendarInvitation(CalendarMethod.Cancel, FormerEvent(edited)) : null,
            InReplyTo = thread,
        };
    }

    private CalendarEvent FormerEvent(EditedOrder edited) => calendar.EventOf(edited.Whole) with
    {
        End = edited.Order.Time.Start + Duration.FromMinutes(edited.Before.DurationMinutes),
        Summary = texts[
            "Calendar.Summary",
            edited.Before.Topic,
            edited.FormerPackage.Texts.In(CultureInfo.CurrentUICulture).Name],
        Description = texts["Readdressed.Text", edited.Order.RequestNumber.ToString()],
        Location = null,
        Url = null,
    };
}
