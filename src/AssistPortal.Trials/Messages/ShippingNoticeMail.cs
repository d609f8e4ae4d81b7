using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Texts;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Trials.Messages;

/// <summary>
/// Tells that devices are on their way, under which demo loan number, and what to keep for their return.
/// </summary>
internal sealed class ShippingNoticeMail(
    IStringLocalizer<DeviceMailTexts> texts, DeviceMailParts parts, PortalAddress address)
{
    public const string Cause = "trial.shipment";

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
            Subject = texts["Shipped.Subject", shipment.LoanNumber],
            Body = new MailBody(texts["Shipped.Preheader", shipment.Devices.Count, trial.Company])
                .Heading(texts["Shipped.Heading"])
                .Paragraph(texts["Greeting", reader.Name])
                .Paragraph(texts["Shipped.Text", trial.Company, shipment.LoanNumber])
                .Facts(
                    new MailFact(texts["Fact.LoanNumber"], shipment.LoanNumber),
                    new MailFact(texts["Fact.Carrier"], shipment.Carrier),
                    new MailFact(texts["Fact.CarrierContact"], shipment.CarrierContact),
                    new MailFact(texts["Fact.Tracking"], parts.OrNone(shipment.TrackingNumber)))
                .List(shipment.Devices.Select(DeviceMailParts.Name))
                .Note(texts["Keep.Packaging"])
                .Link(texts["Open.Devices"], address.Of(DeviceMailParts.PathFor(reader, trial))),
        };
    }
}
