using AssistPortal.Assist.Texts;
using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Assist.Messages;

/// <summary>Offers a host the time for which the host has waited.</summary>
internal sealed class WaitingOfferMail(
    IStringLocalizer<AssistTexts> texts, OrderMailParts parts, PortalAddress address)
{
    public const string Cause = "waiting.offer";

    /// <summary>Stands in stored mails where the key is to be.</summary>
    public const string MailedToken = "mailed-offer-token";

    public MailToWrite For(WaitingOffer offer)
    {
        using var culture = MailCulture.Of(offer.Language);
        var until = Wording.ZonedTime(offer.Until);
        var body = new MailBody(texts["Offer.Preheader", until])
            .Heading(texts["Offer.Heading"])
            .Paragraph(texts["Placed.Greeting", offer.Name])
            .Paragraph(texts["Offer.Text", offer.Package])
            .Facts(
                parts.Time(offer.Time),
                new MailFact(texts["Word.ServicePackage"], offer.Package),
                new MailFact(texts["Word.Site"], offer.Site),
                new MailFact(texts["Offer.Until"], until))
            .Paragraph(texts["Offer.Do", until])
            .Link(texts["Offer.Open"], address.Of($"assist/wait/offer?token={MailedToken}"))
            .Note(texts["Offer.Note"]);
        return new MailToWrite
        {
            Cause = Cause,
            SubjectId = offer.WishId.ToString(),
            Revision = offer.Count,
            Recipient = offer.Recipient,
            RecipientName = offer.Name,
            Language = offer.Language,
            Subject = texts["Offer.Subject", Wording.ShortLocalTime(offer.Time.LocalStart.LocalDateTime)],
            Body = body,
        };
    }
}
