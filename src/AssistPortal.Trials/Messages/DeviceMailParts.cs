using AssistPortal.Mail.Templates;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Texts;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Trials.Messages;

/// <summary>What mails about devices have in common. The culture is that of the mail.</summary>
internal sealed class DeviceMailParts(IStringLocalizer<DeviceMailTexts> texts)
{
    /// <summary>A device in a list.</summary>
    public static string Name(Device device) => $"{device.Model} · {device.SerialNumber}";

    /// <summary>The page of a trial's devices as the reader reaches it.</summary>
    public static string PathFor(TrialNoticeReader reader, Trial trial) =>
        reader.Audience == TrialNoticeAudience.Partner ? $"trials/{trial.Id}/devices" : "my-trial/devices";

    public string OrNone(string text) => text.Length > 0 ? text : texts["Fact.None"];

    /// <summary>Who asks, with their address.</summary>
    public MailFact Asker(HelpDeskRequest request) =>
        new(texts["Fact.Asker"], $"{request.AskerName} <{request.AskerEmail}>");

    public IEnumerable<MailFact> Device(Trial trial, Device device) =>
    [
        new MailFact(texts["Fact.Company"], trial.Company),
        new MailFact(texts["Fact.Device"], Name(device)),
    ];
}
