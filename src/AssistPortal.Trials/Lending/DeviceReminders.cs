using AssistPortal.Data;
using AssistPortal.Trials.Devices;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Messages;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Lending;

/// <summary>Reminds a partner of devices that were neither returned nor kept.</summary>
internal sealed class DeviceReminders(PortalDbContext db, TrialMails mails)
{
    /// <summary>
    /// Adds the mails to the context, in the transaction of the caller, who saves and then wakes the outbox.
    /// </summary>
    /// <param name="trial">The trial, paid or not.</param>
    /// <param name="now">The moment, at which devices count as out.</param>
    /// <param name="cancellationToken">Nothing is added then.</param>
    public async Task WriteAsync(Trial trial, Instant now, CancellationToken cancellationToken)
    {
        var devices = (await db.Set<Device>().AsNoTracking()
            .Where(device => device.TrialId == trial.Id)
            .OrderBy(device => device.Model)
            .ThenBy(device => device.SerialNumber)
            .ToListAsync(cancellationToken)).FindAll(device => device.IsOut);
        if (devices.Count > 0)
        {
            await mails.DevicesOutAsync(trial, devices, now, cancellationToken);
        }
    }
}
