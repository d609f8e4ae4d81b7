using AssistPortal.Data.Audit;
using AssistPortal.Data.SignIn.Audit;
using AssistPortal.Data.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.Data.SignIn;

/// <summary>The browsers of accounts, and their sessions: one that is ended here is over within a minute.</summary>
public sealed class KnownDevices(
    PortalDbContext db, IClock clock, [FromKeyedServices(Clocks.Real)] IClock realClock)
{
    /// <summary>How long a device is known after it was last used.</summary>
    public static readonly Duration Lifetime = Duration.FromDays(400);

    /// <summary>How exactly it is known when a device was last used.</summary>
    public static readonly Duration Precision = Duration.FromMinutes(15);

    /// <summary>
    /// The device of an account that has that key; null where it is none of theirs. The same work for an account that
    /// there is not.
    /// </summary>
    public Task<Guid?> FindAsync(Guid userId, string? key, CancellationToken cancellationToken) =>
        Known(userId, key).Select(device => (Guid?)device.Id).SingleOrDefaultAsync(cancellationToken);

    /// <summary>
    /// The same, where somebody has been signed in on it. One that is known by a mailed link alone does not count:
    /// whoever reads the mails could make any number of them.
    /// </summary>
    public Task<Guid?> FindUsedAsync(Guid userId, string? key, CancellationToken cancellationToken) =>
        Known(userId, key)
            .Where(device => device.SessionId != null || device.LastAt > device.FirstAt)
            .Select(device => (Guid?)device.Id)
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>Begins a session on a device, which is known from then on.</summary>
    /// <returns>The session.</returns>
    public async Task<Guid> BeginAsync(
        Guid userId, string key, DeviceKind kind, SignInWay way, CancellationToken cancellationToken)
    {
        var session = Guid.NewGuid();
        await KeepAsync(userId, key, kind, session, cancellationToken);
        db.Audit(new SignedIn(userId, way, kind.Browser, kind.Platform), userId, clock.GetCurrentInstant());
        await db.SaveChangesAsync(cancellationToken);
        return session;
    }

    /// <summary>
    /// Knows a device whose owner has set a new password by a mail to the account, without a session: strangers who
    /// guess it do not keep the owner waiting. The account's former devices are known no longer.
    /// </summary>
    public async Task RememberAsync(
        Guid userId, string key, DeviceKind kind, CancellationToken cancellationToken)
    {
        await ForgetOthersAsync(userId, sessionId: null, cancellationToken);
        await KeepAsync(userId, key, kind, session: null, cancellationToken);
    }

    /// <summary>Whether a session has not been ended; notes that its device is in use.</summary>
    public async Task<bool> IsOpenAsync(Guid userId, Guid sessionId, CancellationToken cancellationToken)
    {
        var now = realClock.GetCurrentInstant();
        var own = db.Set<KnownDevice>().Where(device => device.UserId == userId && device.SessionId == sessionId);
        if (await own.Select(device => (Instant?)device.LastAt).FirstOrDefaultAsync(cancellationToken) is not { } last)
        {
            return false;
        }

        if (last + Precision <= now)
        {
            await own.ExecuteUpdateAsync(set => set.SetProperty(device => device.LastAt, now), cancellationToken);
        }

        return true;
    }

    /// <summary>Ends a session; its device stays known.</summary>
    public Task EndAsync(Guid userId, Guid sessionId, CancellationToken cancellationToken)
    {
        var now = realClock.GetCurrentInstant();
        return db.Set<KnownDevice>()
            .Where(device => device.UserId == userId && device.SessionId == sessionId)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(device => device.SessionId, (Guid?)null)
                    .SetProperty(device => device.LastAt, now),
                cancellationToken);
    }

    /// <summary>The account's devices, the last used one first.</summary>
    public Task<List<KnownDevice>> AllAsync(Guid userId, CancellationToken cancellationToken)
    {
        var since = realClock.GetCurrentInstant() - Lifetime;
        return db.Set<KnownDevice>().AsNoTracking()
            .Where(device => device.UserId == userId && device.LastAt > since)
            .OrderByDescending(device => device.LastAt)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Ends a device's session, and knows the device no longer.</summary>
    /// <returns>False where the account has no such device.</returns>
    public async Task<bool> ForgetAsync(Guid userId, Guid deviceId, CancellationToken cancellationToken)
    {
        var found = await db.Set<KnownDevice>()
            .Where(device => device.UserId == userId && device.Id == deviceId)
            .ExecuteDeleteAsync(cancellationToken);
        if (found == 0)
        {
            return false;
        }

        db.Audit(new DeviceSignedOut(userId), userId, clock.GetCurrentInstant());
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Forgets all devices of an account but one, and ends their sessions.</summary>
    /// <param name="userId">The account.</param>
    /// <param name="sessionId">The session that goes on; null for none.</param>
    /// <param name="cancellationToken">Nothing is ended then.</param>
    public Task ForgetOthersAsync(Guid userId, Guid? sessionId, CancellationToken cancellationToken) =>
        db.Set<KnownDevice>()
            .Where(device => device.UserId == userId && (sessionId == null || device.SessionId != sessionId
                || device.SessionId == null))
            .ExecuteDeleteAsync(cancellationToken);

    private IQueryable<KnownDevice> Known(Guid userId, string? key)
    {
        var (hash, since) = (SecretKey.HashOf(key ?? ""), realClock.GetCurrentInstant() - Lifetime);
        return db.Set<KnownDevice>()
            .Where(device => device.UserId == userId && device.KeyHash == hash && device.LastAt > since);
    }

    private async Task KeepAsync(
        Guid userId, string key, DeviceKind kind, Guid? session, CancellationToken cancellationToken)
    {
        var now = realClock.GetCurrentInstant();
        var device = new KnownDevice(userId, SecretKey.HashOf(key), kind, session, now);
        var forgotten = now - Lifetime;
        await db.Set<KnownDevice>()
            .Where(old => old.UserId == userId && old.LastAt <= forgotten)
            .ExecuteDeleteAsync(cancellationToken);
        if (await UseAgainAsync(device, cancellationToken))
        {
            return;
        }

        db.Add(device);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // The same browser has signed in twice at once.
            db.Entry(device).State = EntityState.Detached;
            if (!await UseAgainAsync(device, cancellationToken))
            {
                throw;
            }
        }
    }

    private async Task<bool> UseAgainAsync(KnownDevice device, CancellationToken cancellationToken) =>
        await db.Set<KnownDevice>()
            .Where(known => known.UserId == device.UserId && known.KeyHash == device.KeyHash)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(known => known.SessionId, device.SessionId)
                    .SetProperty(known => known.LastAt, device.LastAt)
                    .SetProperty(known => known.Browser, device.Browser)
                    .SetProperty(known => known.Platform, device.Platform),
                cancellationToken) > 0;
}
