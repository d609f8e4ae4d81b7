using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Texts;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Trials.Messages;

/// <summary>Asks the help desk for a new return label, or what to do without one after pick-up.</summary>
internal sealed class LabelRequestedMail(
    IStringLocalizer<DeviceMailTexts> texts, DeviceMailParts parts, DeviceWording wording, PortalAddress address)
{
    public const string Cause = "help-desk.label-requested";

    public MailToWrite For(HelpDeskRequest request, Trial trial, Device device, string helpDesk)
    {
        using var culture = MailCulture.Of(request.Language);
        var wanted = request.Kind == HelpDeskRequestKind.Label ? "Label" : "LabelQuestion";
        return new MailToWrite
        {
            Cause = Cause,
            SubjectId = request.Id.ToString(),
            Revision = 0,
            Recipient = helpDesk,
            Language = request.Language,
            Subject = texts[$"{wanted}.Subject", trial.Company],
            ReplyTo = request.AskerEmail,
            Body = new MailBody(texts[$"{wanted}.Preheader", DeviceMailParts.Name(device)])
                .Heading(texts[$"{wanted}.Heading"])
                .Facts(
                [
                    .. parts.Device(trial, device),
                    new MailFact(texts["Fact.State"], wording.State(device.State)),
                    new MailFact(texts["Fact.Lost"], wording.Said(request)),
                    new MailFact(texts["Fact.PostalAddress"], request.PostalAddress ?? ""),
                    parts.Asker(request),
                ])
                .Link(texts["Open.Request"], address.Of($"staff/trials/requests/{request.Id}")),
        };
    }
}
