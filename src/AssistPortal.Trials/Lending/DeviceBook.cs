using AssistPortal.Data;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.HelpDesk;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Trials.Lending;

/// <summary>Reads the devices of a trial.</summary>
public sealed class DeviceBook(PortalDbContext db)
{
    /// <summary>
    /// All that were shipped, with their returns and what the help desk was asked for, the latest first.
    /// </summary>
    public async Task<TrialDevices> OfAsync(Guid trialId, CancellationToken cancellationToken) => new(
        await db.Set<Shipment>().AsNoTracking()
            .Include(shipment => shipment.Devices)
            .Where(shipment => shipment.TrialId == trialId)
            .OrderByDescending(shipment => shipment.ShippedAt)
            .ThenBy(shipment => shipment.Id)
            .ToListAsync(cancellationToken),
        await db.Set<DeviceReturn>().AsNoTracking()
            .Where(item => db.Set<Device>().Any(device => device.Id == item.DeviceId && device.TrialId == trialId))
            .ToDictionaryAsync(item => item.DeviceId, cancellationToken),
        await db.Set<HelpDeskRequest>().AsNoTracking()
            .Where(request => request.TrialId == trialId)
            .Where(request => request.DeviceId != null || request.Kind == HelpDeskRequestKind.MoreDevices)
            .OrderByDescending(request => request.AskedAt)
            .ThenByDescending(request => request.Id)
            .ToListAsync(cancellationToken));
}

/// <summary>The devices of a trial.</summary>
/// <param name="Shipments">With their devices.</param>
/// <param name="Returns">By device.</param>
/// <param name="Requests">About devices, or for more of them.</param>
public sealed record TrialDevices(
    IReadOnlyList<Shipment> Shipments,
    IReadOnlyDictionary<Guid, DeviceReturn> Returns,
    IReadOnlyList<HelpDeskRequest> Requests)
{
    /// <summary>The latest request for a label of a device; null where there was none.</summary>
    public HelpDeskRequest? LabelOf(Guid deviceId) =>
        Requests.FirstOrDefault(request => request.DeviceId == deviceId && request.Kind == HelpDeskRequestKind.Label);

    /// <summary>What else was asked about a device.</summary>
    public IEnumerable<HelpDeskRequest> QuestionsOf(Guid deviceId) =>
        Requests.Where(request => request.DeviceId == deviceId && request.Kind == HelpDeskRequestKind.Question);

    /// <summary>Wishes for more devices.</summary>
    public IEnumerable<HelpDeskRequest> Wishes =>
        Requests.Where(request => request.Kind == HelpDeskRequestKind.MoreDevices);
}
