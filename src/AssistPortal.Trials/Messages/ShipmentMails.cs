using AssistPortal.Mail.Queue;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;

namespace AssistPortal.Trials.Messages;

/// <summary>Writes to the customer's and the partner's administrators what they are to know of a shipment.</summary>
internal sealed class ShipmentMails(
    Outbox outbox, NoticeReaders readers, ShippingNoticeMail notice, DeliveredMail delivered)
{
    public async Task WriteNoticeAsync(Shipment shipment, Trial trial, CancellationToken cancellationToken)
    {
        foreach (var reader in await readers.AdministratorsAsync(trial, cancellationToken))
        {
            outbox.Write(notice.For(shipment, trial, reader));
        }
    }

    public async Task WriteDeliveredAsync(Shipment shipment, Trial trial, CancellationToken cancellationToken)
    {
        foreach (var reader in await readers.AdministratorsAsync(trial, cancellationToken))
        {
            outbox.Write(delivered.For(shipment, trial, reader));
        }
    }
}
