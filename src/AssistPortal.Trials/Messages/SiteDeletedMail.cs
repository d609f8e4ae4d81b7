using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.Trials.Converting;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Texts;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Trials.Messages;

/// <summary>
/// Tells an administrator of the partner that a trial's site is deleted: WebEx can be ordered under its URL.
/// </summary>
internal sealed class SiteDeletedMail(IStringLocalizer<ConvertingTexts> texts, PortalAddress address)
{
    public const string Cause = "trial.site-deleted";

    public MailToWrite For(Trial trial, PurchaseOrder order, TrialNoticeReader reader)
    {
        using var culture = MailCulture.Of(reader.Language);
        return new MailToWrite
        {
            Cause = Cause,
            SubjectId = $"{trial.Id}",
            Revision = 0,
            Recipient = reader.Email,
            RecipientName = reader.Name,
            Language = reader.Language,
            Subject = texts["SiteDeleted.Subject", trial.Company],
            Body = new MailBody(texts["SiteDeleted.Preheader", trial.Company])
                .Heading(texts["SiteDeleted.Heading"])
                .Paragraph(texts["Greeting", reader.Name])
                .Paragraph(texts["SiteDeleted.Text", order.SiteHost!, trial.Company])
                .Note(texts["SiteDeleted.Do"])
                .Link(texts["SiteDeleted.Open"], address.Of("trials/orders")),
        };
    }
}
