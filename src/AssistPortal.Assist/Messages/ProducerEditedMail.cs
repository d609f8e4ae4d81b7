using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Calendars;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Messages;

/// <summary>Tells the producer who keeps an order what a coordinator has changed of it.</summary>
internal sealed class ProducerEditedMail(
    IStringLocalizer<AssistTexts> texts, ProducerMailParts parts, OrderDifferences differences)
{
    public const string Cause = "producer.edited";

    /// <param name="edited">The order.</param>
    /// <param name="count">How many such mails there were before.</param>
    /// <param name="addressee">The producer.</param>
    public MailToWrite For(EditedOrder edited, int count, ProducerAddressee addressee)
    {
        using var culture = MailCulture.Of(addressee.Language);
        var number = edited.Order.RequestNumber.ToString();
        var body = new MailBody(texts["ProducerEdited.Preheader", number])
            .Heading(texts["Edited.Heading"])
            .Paragraph(texts["Placed.Greeting", addressee.Producer.Name])
            .Paragraph(texts["ProducerEdited.Text", number])
            .Facts(edited.Differences(differences).Select(item => new MailFact(item.Label, differences.InLine(item))))
            .Heading(texts["Edited.Order"])
            .Facts(parts.All(edited.Whole, addressee.Producer));
        if (edited.HasOtherTime)
        {
            parts.AskForAnswer(body, edited.Whole, addressee);
        }

        var subject = texts["ProducerEdited.Subject", number, edited.Order.Event.Topic];
        var mail = parts.ToProducer(Cause, edited.Whole, addressee, subject, body, CalendarMethod.Request);
        return mail with { Revision = count, Calendar = edited.ShowsInCalendars ? mail.Calendar : null };
    }
}
