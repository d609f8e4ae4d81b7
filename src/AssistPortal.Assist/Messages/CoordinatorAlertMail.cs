using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Messages;

/// <summary>Tells a coordinator of an order that needs somebody: what has happened, and what to do.</summary>
internal sealed class CoordinatorAlertMail(
    IStringLocalizer<AssistTexts> texts, OrderMailParts parts, PortalAddress address)
{
    public const string Cause = "coordinator.alert";

    public static string CauseOf(CoordinatorAlert reason) => $"{Cause}:{reason.ToString().ToLowerInvariant()}";

    public MailToWrite For(OrderWithRelations whole, CoordinatorAlert reason, MailPerson person)
    {
        var order = whole.Order;
        using var culture = MailCulture.Of(person.Language);
        var number = order.RequestNumber.ToString();
        var body = new MailBody(texts[$"Alert.{reason}.Preheader", number])
            .Heading(texts[$"Alert.{reason}.Heading"])
            .Paragraph(texts["Placed.Greeting", person.Name])
            .Paragraph(texts[$"Alert.{reason}.Text", number, reason switch
            {
                CoordinatorAlert.Language => Wording.Language(order.Event.Language),
                CoordinatorAlert.Declined => whole.Producer.Name,
                _ => whole.Site.Name,
            }])
            .Note(texts[$"Alert.{reason}.Do"])
            .Facts(
            [
                .. parts.Short(whole),
                OrderMailParts.Contact(texts["Word.Contact"], order),
                new MailFact(texts["Word.Producer"], whole.Producer.Name),
            ])
            .Link(texts["Alert.Open"], address.Of($"staff/orders/{number}"));
        return new MailToWrite
        {
            Cause = CauseOf(reason),
            SubjectId = order.Id.ToString(),
            Revision = order.CalendarSequence,
            Recipient = person.Email,
            RecipientName = person.Name,
            Language = person.Language,
            Subject = texts[$"Alert.{reason}.Subject", number, order.Event.Topic],
            Body = body,
        };
    }
}

/// <summary>Why an order needs a coordinator.</summary>
internal enum CoordinatorAlert
{
    /// <summary>Assistance in another language than English was asked for.</summary>
    Language,

    /// <summary>The portal could not move the meeting on the site.</summary>
    Meeting,

    /// <summary>The customer's address takes no mail.</summary>
    Address,

    /// <summary>The producer has declined it, and nobody else is free.</summary>
    Declined,
}
