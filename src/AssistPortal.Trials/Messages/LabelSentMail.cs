using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Texts;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Trials.Messages;

/// <summary>Tells whoever asked that a new return label was posted.</summary>
internal sealed class LabelSentMail(IStringLocalizer<DeviceMailTexts> texts)
{
    public const string Cause = "help-desk.label-sent";

    public MailToWrite For(HelpDeskRequest request, Device device)
    {
        using var culture = MailCulture.Of(request.Language);
        return new MailToWrite
        {
            Cause = Cause,
            SubjectId = request.Id.ToString(),
            Revision = 0,
            Recipient = request.AskerEmail,
            RecipientName = request.AskerName,
            Language = request.Language,
            Subject = texts["LabelSent.Subject", DeviceMailParts.Name(device)],
            Body = new MailBody(texts["LabelSent.Preheader"])
                .Heading(texts["LabelSent.Heading"])
                .Paragraph(texts["Greeting", request.AskerName])
                .Paragraph(texts["LabelSent.Text", DeviceMailParts.Name(device)])
                .Facts(new MailFact(texts["Fact.PostalAddress"], request.PostalAddress ?? ""))
                .Note(texts["LabelSent.Note"]),
        };
    }
}
