using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Texts;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Trials.Messages;

/// <summary>The help desk's answer to whoever asked.</summary>
internal sealed class AnswerMail(IStringLocalizer<DeviceMailTexts> texts, DeviceWording wording)
{
    public const string Cause = "help-desk.answer";

    public MailToWrite For(HelpDeskRequest request)
    {
        using var culture = MailCulture.Of(request.Language);
        var kind = wording.Kind(request.Kind);
        var body = new MailBody(texts["Answer.Preheader", kind])
            .Heading(texts["Answer.Heading"])
            .Paragraph(texts["Greeting", request.AskerName])
            .Paragraph(request.Answer ?? "")
            .Facts(new MailFact(texts["Fact.AskedFor"], kind));
        if (request.LoanNumber is { } number)
        {
            body.Facts(new MailFact(texts["Fact.LoanNumber"], number));
        }

        if (request.Text.Length > 0)
        {
            body.Facts(new MailFact(texts["Fact.Asked"], wording.Said(request)));
        }

        return new MailToWrite
        {
            Cause = Cause,
            SubjectId = request.Id.ToString(),
            Revision = 0,
            Recipient = request.AskerEmail,
            RecipientName = request.AskerName,
            Language = request.Language,
            Subject = texts["Answer.Subject", request.LoanNumber ?? kind],
            Body = body,
        };
    }
}
