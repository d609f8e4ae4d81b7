using AssistPortal.Mail.Queue;
using AssistPortal.Trials.Converting;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Organisations;
using NodaTime;

namespace AssistPortal.Trials.Messages;

/// <summary>
/// Who hears by mail of what is done with a trial. Saving is left to the caller, who calls
/// <see cref="OutboxSignal"/> after it.
/// </summary>
internal sealed class TrialMails(
    Outbox outbox,
    NoticeReaders readers,
    PurchaseRequestMail purchaseRequest,
    TrialConvertedMail converted,
    SiteDeletedMail siteDeleted,
    SiteOrderedMail siteOrdered,
    ShippingNoticeMail shipped,
    DeliveredMail delivered,
    MoreDevicesMail moreDevices,
    DeviceReminderMail deviceReminder)
{
    public async Task PurchaseRequestedAsync(
        Trial trial, OrganisationMember asker, Instant now, CancellationToken cancellationToken) =>
        Write(
            await readers.PartnersOrOfficeAsync(trial, cancellationToken),
            reader => purchaseRequest.For(trial, asker, reader, now));

    public async Task ConvertedAsync(
        Trial trial, PurchaseOrder order, ConversionPlan plan, CancellationToken cancellationToken) =>
        Write(
            await readers.CustomersAsync(trial, cancellationToken),
            reader => converted.For(trial, order, plan, reader));

    /// <summary>WebEx can be ordered.</summary>
    public async Task SiteDeletedAsync(Trial trial, PurchaseOrder order, CancellationToken cancellationToken) =>
        Write(
            await readers.PartnersAsync(trial, cancellationToken),
            reader => siteDeleted.For(trial, order, reader));

    /// <summary>WebEx is ordered.</summary>
    public async Task SiteOrderedAsync(Trial trial, PurchaseOrder order, CancellationToken cancellationToken) =>
        Write(
            await readers.PartnersAsync(trial, cancellationToken),
            reader => siteOrdered.For(trial, order, reader));

    public async Task ShippedAsync(Trial trial, Shipment shipment, CancellationToken cancellationToken) =>
        Write(
            await readers.AdministratorsAsync(trial, cancellationToken),
            reader => shipped.For(shipment, trial, reader));

    public async Task DeliveredAsync(Trial trial, Shipment shipment, CancellationToken cancellationToken) =>
        Write(
            await readers.AdministratorsAsync(trial, cancellationToken),
            reader => delivered.For(shipment, trial, reader));

    public async Task MoreDevicesAsync(Trial trial, HelpDeskRequest request, CancellationToken cancellationToken) =>
        Write(
            await readers.PartnersAsync(trial, cancellationToken),
            reader => moreDevices.For(request, trial, reader));

    /// <summary>Thirty days after the end some devices are still out.</summary>
    public async Task DevicesOutAsync(
        Trial trial, IReadOnlyCollection<Device> devices, Instant now, CancellationToken cancellationToken) =>
        Write(
            await readers.PartnersAsync(trial, cancellationToken),
            reader => deviceReminder.For(trial, devices, reader, now));

    private void Write(IEnumerable<TrialNoticeReader> all, Func<TrialNoticeReader, MailToWrite> compose)
    {
        foreach (var reader in all)
        {
            outbox.Write(compose(reader));
        }
    }
}
