using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Texts;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Trials.Messages;

/// <summary>Tells that devices have arrived, and how they go back one day.</summary>
internal sealed class DeliveredMail(IStringLocalizer<DeviceMailTexts> texts, PortalAddress address)
{
    public const string Cause = "trial.delivered";

    public MailToWrite For(Shipment shipment, Trial trial, TrialNoticeReader reader)
    {
        using var culture = MailCulture.Of(reader.Language);
        return new MailToWrite
        {
            Cause = Cause,
            SubjectId = shipment.Id.ToString(),
            Revision = 0,
            Recipient = reader.Email,
            RecipientName = reader.Name,
            Language = reader.Language,
            Subject = texts["Delivered.Subject", shipment.LoanNumber],
            Body = new MailBody(texts["Delivered.Preheader", trial.Company])
                .Heading(texts["Delivered.Heading"])
                .Paragraph(texts["Greeting", reader.Name])
                .Paragraph(texts["Delivered.Text", trial.Company, shipment.LoanNumber])
                .List(shipment.Devices.Select(DeviceMailParts.Name))
                .Note(texts["Keep.Packaging"])
                .Paragraph(texts["Delivered.Return", shipment.Carrier, shipment.CarrierContact])
                .Link(texts["Open.Devices"], address.Of(DeviceMailParts.PathFor(reader, trial))),
        };
    }
}
