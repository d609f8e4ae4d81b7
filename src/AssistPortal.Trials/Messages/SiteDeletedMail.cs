using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.Trials.Converting;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Texts;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Trials.Messages;

/// <summary>Tells an administrator of the partner that a trial's site is deleted: WebEx can be ordered under its URL.</summary>
internal sealed class SiteDeletedMail(IStringLocalizer<ConvertingTexts> texts, PortalAddress address)
{
    public const string Cause = "trial.site-deleted";

    public MailToWrite For(Trial trial, PurchaseOrder order, TrialMailPerson person)
    {
        using var culture = MailCulture.Of(person.Language);
        return new MailToWrite
        {
            Cause = Cause,
            SubjectId = $"{trial.Id}",
            Revision = 0,
            Recipient = person.Email,
            RecipientName = person.Name,
            Language = person.Language,
            Subject = texts["SiteDeleted.Subject", trial.Company],
            Body = new MailBody(texts["SiteDeleted.Preheader", trial.Company])
                .Heading(texts["SiteDeleted.Heading"])
                .Paragraph(texts["Greeting", person.Name])
                .Paragraph(texts["SiteDeleted.Text", order.SiteHost!, trial.Company])
                .Note(texts["SiteDeleted.Do"])
                .Link(texts["SiteDeleted.Open"], address.Of("trials/orders")),
        };
    }
}
