using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Texts;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Trials.Messages;

/// <summary>
/// Reminds a partner, thirty days after a trial's end, of devices that were neither returned nor kept.
/// </summary>
internal sealed class DeviceReminderMail(
    IStringLocalizer<DeviceMailTexts> texts, DeviceWording wording, PortalAddress address)
{
    public const string Cause = "trial.device-reminder";

    public MailToWrite For(Trial trial, IReadOnlyCollection<Device> devices, TrialNoticeReader reader, Instant now)
    {
        using var culture = MailCulture.Of(reader.Language);
        var state = trial.StateAt(now) == TrialState.Paid ? "Paid" : "Over";
        return new MailToWrite
        {
            Cause = Cause,
            SubjectId = trial.Id.ToString(),
            Revision = 0,
            Recipient = reader.Email,
            RecipientName = reader.Name,
            Language = reader.Language,
            Subject = texts["Reminder.Subject", trial.Company],
            Body = new MailBody(texts["Reminder.Preheader", devices.Count])
                .Heading(texts["Reminder.Heading"])
                .Paragraph(texts["Greeting", reader.Name])
                .Paragraph(texts[$"Reminder.{state}.Text", trial.Company, TrialWording.Day(trial.EndDate, trial.Zone)])
                .List(devices.Select(device => $"{DeviceMailParts.Name(device)} · {wording.State(device.State)}"))
                .Note(texts["Reminder.Note"])
                .Link(texts["Open.Devices"], address.Of(DeviceMailParts.PathFor(reader, trial))),
        };
    }
}
