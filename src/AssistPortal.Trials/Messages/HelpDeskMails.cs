using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Texts;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace AssistPortal.Trials.Messages;

/// <summary>Writes the mails that go to the help desk, and its answers.</summary>
internal sealed class HelpDeskMails(
    Outbox outbox,
    ShipmentQuestionMail question,
    LabelRequestedMail labelRequested,
    LabelSentMail labelSent,
    ReturnAnnouncedMail returnAnnounced,
    AnswerMail answer,
    IStringLocalizer<DeviceMailTexts> texts,
    IOptions<TrialOptions> options)
{
    private string HelpDesk => options.Value.HelpDeskAddress;

    public void WriteQuestion(HelpDeskRequest request) => outbox.Write(question.For(request, HelpDesk));

    public void WriteLabel(HelpDeskRequest request, Trial trial, Device device) =>
        outbox.Write(labelRequested.For(request, trial, device, HelpDesk));

    public void WriteReturn(HelpDeskRequest request, Trial trial, Device device, DeviceReturn item)
    {
        outbox.Write(returnAnnounced.ForAsker(request, trial, device, item));
        outbox.Write(returnAnnounced.ForHelpDesk(request, trial, device, item, HelpDesk));
    }

    public void WriteAnswer(HelpDeskRequest request) => outbox.Write(answer.For(request));

    public void WriteLabelSent(HelpDeskRequest request, Device device) => outbox.Write(labelSent.For(request, device));

    /// <summary>What the asker's page says of a label that was posted.</summary>
    public string LabelAnswer(HelpDeskRequest request) => Say(request, () => texts["LabelSent.Preheader"]);

    /// <summary>What is answered once a return is closed.</summary>
    public string ReturnAnswer(HelpDeskRequest request, DeviceReturn item) =>
        Say(request, () => texts["Answer.ReturnClosed", item.Number]);

    /// <summary>What is answered once a trial's site is deleted.</summary>
    public string SiteAnswer(HelpDeskRequest request) => Say(request, () => texts["Answer.SiteDeleted", request.Text]);

    private static string Say(HelpDeskRequest request, Func<string> words)
    {
        using var culture = MailCulture.Of(request.Language);
        return words();
    }
}
