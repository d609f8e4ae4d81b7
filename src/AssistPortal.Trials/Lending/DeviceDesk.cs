using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Mail.Queue;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.Devices.Audit;
using AssistPortal.Trials.HelpDesk;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Messages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Lending;

/// <summary>What partners and customers do with the devices of a trial that is theirs: that is proven before.</summary>
public sealed class DeviceDesk
{
    private const string UnitedStates = "US";

    private readonly PortalDbContext db;
    private readonly RequestFiling filing;
    private readonly HelpDeskMails helpDesk;
    private readonly TrialMails mails;
    private readonly OutboxSignal signal;
    private readonly IClock clock;

    internal DeviceDesk(
        PortalDbContext db,
        RequestFiling filing,
        HelpDeskMails helpDesk,
        TrialMails mails,
        OutboxSignal signal,
        IClock clock) =>
        (this.db, this.filing, this.helpDesk, this.mails, this.signal, this.clock) =
            (db, filing, helpDesk, mails, signal, clock);

    /// <summary>Whether the customer of a trial may keep devices, or order more.</summary>
    public static bool MayKeep(Trial trial) => trial.Country == UnitedStates;

    /// <summary>The device is in use now.</summary>
    public Task<DeviceOutcome> StartUseAsync(
        Trial trial, Guid deviceId, Guid userId, CancellationToken cancellationToken) =>
        GoOnAsync(trial, deviceId, DeviceState.InUse, userId, cancellationToken);

    /// <summary>The carrier has fetched it.</summary>
    public Task<DeviceOutcome> NotePickUpAsync(
        Trial trial, Guid deviceId, Guid userId, CancellationToken cancellationToken) =>
        GoOnAsync(trial, deviceId, DeviceState.PickedUp, userId, cancellationToken);

    /// <summary>The customer keeps it, where they may.</summary>
    public async Task<DeviceOutcome> KeepAsync(
        Trial trial, Guid deviceId, Guid userId, CancellationToken cancellationToken) =>
        MayKeep(trial)
            ? await GoOnAsync(trial, deviceId, DeviceState.Kept, userId, cancellationToken)
            : await FindAsync(trial, deviceId, cancellationToken) is null
                ? DeviceOutcome.Gone
                : DeviceOutcome.OtherCountry;

    /// <summary>Its pick-up was announced to the carrier: the RMA begins.</summary>
    public async Task<DeviceOutcome> AnnounceReturnAsync(
        Trial trial, Guid deviceId, Guid userId, CancellationToken cancellationToken)
    {
        if (await FindAsync(trial, deviceId, cancellationToken) is not { } device)
        {
            return DeviceOutcome.Gone;
        }

        if (!device.CanBecome(DeviceState.ReturnAnnounced))
        {
            return DeviceOutcome.NotNow;
        }

        var now = clock.GetCurrentInstant();
        var item = new DeviceReturn(deviceId, RmaNumber.New(), now);
        db.Add(item);
        device.GoOn(DeviceState.ReturnAnnounced, now);
        db.Audit(new DeviceReturnAnnounced(trial.Id, deviceId, item.Number), userId, now);
        var subject = new HelpDeskSubject(trial.Id, deviceId);
        var request = await filing.FileAsync(HelpDeskRequestKind.Return, userId, subject, now, cancellationToken);
        helpDesk.WriteReturn(request, trial, device, item);
        return await SaveAsync(DeviceOutcome.Done, cancellationToken, request.LiveKey);
    }

    /// <summary>Asks for a new return label; after pick-up it becomes a question.</summary>
    public async Task<DeviceOutcome> RequestLabelAsync(
        Trial trial, Guid deviceId, LabelWish wish, Guid userId, CancellationToken cancellationToken)
    {
        if (await FindAsync(trial, deviceId, cancellationToken) is not { } device)
        {
            return DeviceOutcome.Gone;
        }

        if (KindOf(device.State) is not { } kind)
        {
            return DeviceOutcome.NotNow;
        }

        var subject = new HelpDeskSubject(trial.Id, deviceId) { Text = wish.Code, PostalAddress = wish.PostalAddress };
        if (await IsLiveAsync(HelpDeskRequest.KeyOf(kind, subject), cancellationToken))
        {
            return DeviceOutcome.AskedAlready;
        }

        var request = await filing.FileAsync(kind, userId, subject, clock.GetCurrentInstant(), cancellationToken);
        helpDesk.WriteLabel(request, trial, device);
        return await SaveAsync(
            kind == HelpDeskRequestKind.Label ? DeviceOutcome.Done : DeviceOutcome.AskedInstead,
            cancellationToken,
            request.LiveKey);
    }

    /// <summary>Asks for more devices, where the customer may have them, and tells the partner.</summary>
    public async Task<DeviceOutcome> OrderMoreAsync(
        Trial trial, string text, Guid userId, CancellationToken cancellationToken)
    {
        if (!MayKeep(trial))
        {
            return DeviceOutcome.OtherCountry;
        }

        const HelpDeskRequestKind kind = HelpDeskRequestKind.MoreDevices;
        var subject = new HelpDeskSubject(trial.Id) { Text = text };
        if (await IsLiveAsync(HelpDeskRequest.KeyOf(kind, subject), cancellationToken))
        {
            return DeviceOutcome.AskedAlready;
        }

        var request = await filing.FileAsync(kind, userId, subject, clock.GetCurrentInstant(), cancellationToken);
        await mails.MoreDevicesAsync(trial, request, cancellationToken);
        return await SaveAsync(DeviceOutcome.Done, cancellationToken, request.LiveKey);
    }

    private async Task<DeviceOutcome> GoOnAsync(
        Trial trial, Guid deviceId, DeviceState next, Guid userId, CancellationToken cancellationToken)
    {
        if (await FindAsync(trial, deviceId, cancellationToken) is not { } device)
        {
            return DeviceOutcome.Gone;
        }

        if (!device.CanBecome(next))
        {
            return DeviceOutcome.NotNow;
        }

        var now = clock.GetCurrentInstant();
        db.Audit(new DeviceMoved(trial.Id, deviceId, Change.Between(device.State, next)), userId, now);
        device.GoOn(next, now);
        if (next == DeviceState.PickedUp
            && await db.Set<DeviceReturn>()
                .SingleOrDefaultAsync(item => item.DeviceId == deviceId, cancellationToken) is { } item)
        {
            item.Note(next, now);
        }

        return await SaveAsync(DeviceOutcome.Done, cancellationToken);
    }

    private static HelpDeskRequestKind? KindOf(DeviceState state) => state switch
    {
        DeviceState.Delivered or DeviceState.InUse or DeviceState.ReturnAnnounced => HelpDeskRequestKind.Label,
        DeviceState.PickedUp or DeviceState.Received or DeviceState.Closed => HelpDeskRequestKind.Question,
        _ => null,
    };

    private Task<Device?> FindAsync(Trial trial, Guid deviceId, CancellationToken cancellationToken) =>
        db.Set<Device>()
            .SingleOrDefaultAsync(device => device.Id == deviceId && device.TrialId == trial.Id, cancellationToken);

    private Task<bool> IsLiveAsync(string? key, CancellationToken cancellationToken) =>
        db.Set<HelpDeskRequest>().AnyAsync(request => request.LiveKey == key, cancellationToken);

    private async Task<DeviceOutcome> SaveAsync(
        DeviceOutcome outcome, CancellationToken cancellationToken, string? key = null)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            signal.Notify();
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return DeviceOutcome.NotNow;
        }
        catch (DbUpdateException) when (key is not null)
        {
            // Databases tell a taken key each in its own way; what stands in the table is the same on all of them.
            db.ChangeTracker.Clear();
            if (await IsLiveAsync(key, cancellationToken))
            {
                return DeviceOutcome.AskedAlready;
            }

            throw;
        }
    }
}
