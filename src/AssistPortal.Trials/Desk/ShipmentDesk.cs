using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Mail.Queue;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.Devices.Audit;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Messages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Desk;

/// <summary>Shipments as the help desk makes and follows them.</summary>
public sealed class ShipmentDesk
{
    private readonly PortalDbContext db;
    private readonly TrialMails mails;
    private readonly OutboxSignal signal;
    private readonly IClock clock;

    internal ShipmentDesk(PortalDbContext db, TrialMails mails, OutboxSignal signal, IClock clock) =>
        (this.db, this.mails, this.signal, this.clock) = (db, mails, signal, clock);

    /// <summary>Makes a shipment, and tells the customer's and the partner's administrators.</summary>
    public async Task<ShipmentResult> AddAsync(
        ShipmentDetails details, Guid userId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await db.Set<Trial>()
            .SingleOrDefaultAsync(trial => trial.Id == details.TrialId, cancellationToken) is not { } trial)
        {
            return Refused(ShipmentOutcome.Gone);
        }

        if (trial.StateAt(now) == TrialState.Ended)
        {
            return Refused(ShipmentOutcome.TrialEnded);
        }

        if (await db.Set<Shipment>().AnyAsync(
            other => other.LoanNumber == details.LoanNumber && other.TrialId != trial.Id, cancellationToken))
        {
            return Refused(ShipmentOutcome.NumberTaken);
        }

        var shipment = new Shipment(
            trial.Id, details.LoanNumber, details.Carrier, details.CarrierContact, details.TrackingNumber, now);
        foreach (var (model, serialNumber) in details.Devices)
        {
            shipment.Add(model, serialNumber, now);
        }

        if (await OutAsync(shipment, cancellationToken) is { Count: > 0 } elsewhere)
        {
            return Refused(ShipmentOutcome.DeviceOut, elsewhere);
        }

        db.Add(shipment);
        trial.Touch();
        db.Audit(new ShipmentMade(trial.Id, shipment.Id, shipment.LoanNumber, shipment.Devices.Count), userId, now);
        await mails.ShippedAsync(trial, shipment, cancellationToken);
        try
        {
            if (await SaveAsync(shipment.Id, shipment.Version, cancellationToken) == ShipmentOutcome.Saved)
            {
                return new(ShipmentOutcome.Saved, shipment.Id, []);
            }
        }
        catch (DbUpdateException)
        {
            // Databases tell a taken key each in its own way; what stands in the table is the same on all of them.
            if (await OutAsync(shipment, cancellationToken) is [])
            {
                throw;
            }
        }

        return await OutAsync(shipment, cancellationToken) is { Count: > 0 } meanwhile
            ? Refused(ShipmentOutcome.DeviceOut, meanwhile)
            : Refused(ShipmentOutcome.NotNow);
    }

    /// <summary>
    /// Notes where a shipment is. Once it is delivered, its devices are there, and the administrators hear of it.
    /// </summary>
    /// <param name="id">The shipment.</param>
    /// <param name="state">Where it is.</param>
    /// <param name="userId">Who notes it.</param>
    /// <param name="cancellationToken">Nothing is saved then.</param>
    public async Task<ShipmentOutcome> MoveAsync(
        Guid id, ShipmentState state, Guid userId, CancellationToken cancellationToken)
    {
        var shipment = await db.Set<Shipment>().Include(item => item.Devices)
            .SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        if (shipment is null)
        {
            return ShipmentOutcome.Gone;
        }

        if (shipment.State == ShipmentState.Delivered)
        {
            return ShipmentOutcome.NotNow;
        }

        var now = clock.GetCurrentInstant();
        if (!db.Audit(new ShipmentMoved(shipment.TrialId, id, Change.Between(shipment.State, state)), userId, now))
        {
            return ShipmentOutcome.Saved;
        }

        shipment.MoveTo(state, now);
        if (state == ShipmentState.Delivered)
        {
            var trial = await db.Set<Trial>().AsNoTracking()
                .SingleAsync(item => item.Id == shipment.TrialId, cancellationToken);
            await mails.DeliveredAsync(trial, shipment, cancellationToken);
        }

        return await SaveAsync(id, shipment.Version, cancellationToken);
    }

    private static ShipmentResult Refused(
        ShipmentOutcome outcome, IReadOnlyList<DeviceElsewhere>? elsewhere = null) =>
        new(outcome, Guid.Empty, elsewhere ?? []);

    /// <summary>Which of its devices are out with other shipments.</summary>
    private async Task<IReadOnlyList<DeviceElsewhere>> OutAsync(
        Shipment shipment, CancellationToken cancellationToken)
    {
        List<string?> keys = [.. shipment.Devices.Select(device => device.OutKey)];
        return await db.Set<Device>().AsNoTracking()
            .Where(device => keys.Contains(device.OutKey) && device.ShipmentId != shipment.Id)
            .Join(db.Set<Shipment>(), device => device.ShipmentId, other => other.Id, (device, other) => new
            {
                device.SerialNumber, other.LoanNumber, other.TrialId,
            })
            .Join(db.Set<Trial>(), row => row.TrialId, trial => trial.Id, (row, trial) =>
                new DeviceElsewhere(row.SerialNumber, row.LoanNumber, trial.Company))
            .ToListAsync(cancellationToken);
    }

    private async Task<ShipmentOutcome> SaveAsync(Guid id, int version, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            signal.Notify();
            return ShipmentOutcome.Saved;
        }
        catch (DbUpdateException failure)
        {
            // Two at the same moment write the same mails, whose key refuses the second before the version does.
            db.ChangeTracker.Clear();
            if (failure is DbUpdateConcurrencyException
                || await db.Set<Shipment>()
                    .AnyAsync(item => item.Id == id && item.Version != version, cancellationToken))
            {
                return ShipmentOutcome.NotNow;
            }

            throw;
        }
    }
}
