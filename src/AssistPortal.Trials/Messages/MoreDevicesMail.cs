using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Texts;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Trials.Messages;

/// <summary>Tells a partner that more devices are wished for.</summary>
internal sealed class MoreDevicesMail(
    IStringLocalizer<DeviceMailTexts> texts, DeviceMailParts parts, PortalAddress address)
{
    public const string Cause = "trial.more-devices";

    public MailToWrite For(HelpDeskRequest request, Trial trial, TrialNoticeReader reader)
    {
        using var culture = MailCulture.Of(reader.Language);
        return new MailToWrite
        {
            Cause = Cause,
            SubjectId = request.Id.ToString(),
            Revision = 0,
            Recipient = reader.Email,
            RecipientName = reader.Name,
            Language = reader.Language,
            Subject = texts["More.Subject", trial.Company],
            Body = new MailBody(texts["More.Preheader", request.AskerName])
                .Heading(texts["More.Heading"])
                .Paragraph(texts["Greeting", reader.Name])
                .Paragraph(texts["More.Text", trial.Company])
                .Facts(new MailFact(texts["Fact.Asked"], request.Text), parts.Asker(request))
                .Link(texts["Open.Devices"], address.Of(DeviceMailParts.PathFor(reader, trial))),
        };
    }
}
