using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Texts;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Trials.Messages;

/// <summary>
/// Asks the partner help desk where a shipment is: the subject says just what the help desk sorts by.
/// </summary>
internal sealed class ShipmentQuestionMail(
    IStringLocalizer<DeviceMailTexts> texts, DeviceMailParts parts, PortalAddress address)
{
    public const string Cause = "help-desk.question";

    public MailToWrite For(HelpDeskRequest request, string helpDesk)
    {
        using var culture = MailCulture.Of(request.Language);
        var body = new MailBody(texts["Question.Preheader", request.LoanNumber!])
            .Heading(texts["Question.Heading"])
            .Facts(new MailFact(texts["Fact.LoanNumber"], request.LoanNumber!), parts.Asker(request));
        if (request.Text.Length > 0)
        {
            body.Paragraph(request.Text);
        }

        return new MailToWrite
        {
            Cause = Cause,
            SubjectId = request.Id.ToString(),
            Revision = 0,
            Recipient = helpDesk,
            Language = request.Language,
            Subject = texts["Question.Subject"],
            ReplyTo = request.AskerEmail,
            Body = body.Link(texts["Open.Request"], address.Of($"staff/trials/requests/{request.Id}")),
        };
    }
}
