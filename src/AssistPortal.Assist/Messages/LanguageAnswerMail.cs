using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Messages;

/// <summary>Tells the customer whether assistance in the asked language can be had.</summary>
internal sealed class LanguageAnswerMail(IStringLocalizer<AssistTexts> texts, OrderMailParts parts)
{
    public const string Cause = "order.language";

    /// <param name="whole">The order, in whose event the language stands.</param>
    /// <param name="isConfirmed">Whether it can; else the producer speaks English.</param>
    /// <param name="thread">Message-ID of the order's first mail to the contact.</param>
    public MailToWrite For(OrderWithRelations whole, bool isConfirmed, string? thread)
    {
        var order = whole.Order;
        using var culture = MailCulture.Of(order.PageLanguage);
        var number = order.RequestNumber.ToString();
        var language = Wording.Language(order.Event.Language);
        var answer = isConfirmed ? "Confirmed" : "Declined";
        var body = parts
            .Begin(whole, texts[$"Language.{answer}.Preheader", number, language], texts[$"Language.{answer}.Heading"])
            .Paragraph(texts[$"Language.{answer}.Text", language])
            .Facts(parts.Short(whole));
        var subject = texts[$"Language.{answer}.Subject", number, language];
        return parts.ToCustomer(
            Cause, whole, subject, parts.AddManageLink(parts.AddContacts(body, whole)), method: null, thread);
    }
}
