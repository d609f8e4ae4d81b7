using AssistPortal.Data;
using AssistPortal.Data.Checking;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Trials.Checking;

/// <summary>Each device is at one place, and what is told of it is the same everywhere.</summary>
internal sealed class DeviceCheck(PortalDbContext db, CheckReport report)
{
    private static readonly DeviceState[] Out =
        [DeviceState.OnTheWay, DeviceState.Delivered, DeviceState.InUse, DeviceState.ReturnAnnounced];

    private static readonly DeviceState[] Returned =
        [DeviceState.ReturnAnnounced, DeviceState.PickedUp, DeviceState.Received, DeviceState.Closed];

    public async Task CheckAsync(IReadOnlyDictionary<Guid, Trial> trials, CancellationToken cancellationToken)
    {
        List<Guid> ids = [.. trials.Keys];
        var shipments = await db.Set<Shipment>().AsNoTracking()
            .Include(shipment => shipment.Devices)
            .Where(shipment => ids.Contains(shipment.TrialId))
            .ToListAsync(cancellationToken);
        var returns = await db.Set<DeviceReturn>().AsNoTracking()
            .Where(item => db.Set<Device>().Any(device => device.Id == item.DeviceId && ids.Contains(device.TrialId)))
            .ToDictionaryAsync(item => item.DeviceId, cancellationToken);
        foreach (var shipment in shipments)
        {
            report.Count("devices", shipment.Devices.Count);
            foreach (var device in shipment.Devices)
            {
                CheckOne(shipment, device, trials[shipment.TrialId]);
                if (!Agree(device.State, returns.GetValueOrDefault(device.Id)))
                {
                    report.Add(TrialFinding.WrongDeviceReturn, $"device {device.Id}: {device.State}");
                }
            }
        }
    }

    /// <summary>By its serial number a device is the same in every shipment.</summary>
    public async Task FindLentTwiceAsync(CancellationToken cancellationToken)
    {
        var serials = await db.Set<Device>()
            .Where(device => Out.Contains(device.State))
            .GroupBy(device => device.SerialNumber.ToUpper())
            .Where(same => same.Count() > 1)
            .Select(same => same.Key)
            .ToListAsync(cancellationToken);
        var twice = await db.Set<Device>()
            .Where(device => Out.Contains(device.State) && serials.Contains(device.SerialNumber.ToUpper()))
            .Select(device => new { device.Id, Serial = device.SerialNumber.ToUpper() })
            .ToListAsync(cancellationToken);
        foreach (var same in twice.GroupBy(device => device.Serial, device => device.Id, StringComparer.Ordinal))
        {
            report.Add(TrialFinding.DeviceLentTwice, $"devices {string.Join(", ", same)}");
        }
    }

    private void CheckOne(Shipment shipment, Device device, Trial trial)
    {
        if (device.TrialId != shipment.TrialId)
        {
            report.Add(TrialFinding.DeviceOfOtherTrial, $"device {device.Id}, shipment {shipment.Id}");
        }

        if ((device.State == DeviceState.OnTheWay) == (shipment.State == ShipmentState.Delivered))
        {
            report.Add(
                TrialFinding.DeviceApartFromShipment, $"device {device.Id}: {device.State}, {shipment.State}");
        }

        if (device.OutKey != (device.IsOut ? Device.KeyOf(device.SerialNumber) : null))
        {
            report.Add(TrialFinding.WrongDeviceKey, $"device {device.Id}: {device.State}");
        }

        if (device.State == DeviceState.Kept && trial.Country != "US")
        {
            report.Add(TrialFinding.DeviceKeptAbroad, $"device {device.Id}: {trial.Country}");
        }
    }

    private static bool Agree(DeviceState state, DeviceReturn? back) => back is null
        ? !Returned.Contains(state)
        : Returned.Contains(state)
            && (back.ReceivedAt is not null) == (state is DeviceState.Received or DeviceState.Closed)
            && (back.ClosedAt is not null) == (state == DeviceState.Closed)
            && (back.PickedUpAt is not null || state != DeviceState.PickedUp);
}
