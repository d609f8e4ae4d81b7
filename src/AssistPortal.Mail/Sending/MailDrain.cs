using AssistPortal.Data;
using AssistPortal.Data.Time;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.Mail.Sending;

/// <summary>Sends what is due now and waits for it, for whoever tries the portal.</summary>
public sealed class MailDrain
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly PortalDbContext db;
    private readonly OutboxBatch batch;
    private readonly IClock clock;

    internal MailDrain(PortalDbContext db, OutboxBatch batch, [FromKeyedServices(Clocks.Real)] IClock clock) =>
        (this.db, this.batch, this.clock) = (db, batch, clock);

    /// <summary>Returns when no mail is due any more, on its way neither, or the mail server is away.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!(await batch.SendDueAsync(cancellationToken)).IsServerAway && await IsAnyDueAsync(cancellationToken))
        {
            // Another worker has it: it is leased, and soon sent.
            await Task.Delay(Pause, cancellationToken);
        }
    }

    private Task<bool> IsAnyDueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        return db.Set<OutboxMail>().AnyAsync(
            mail => mail.State == OutboxMailState.Waiting && mail.NextAttemptAt <= now, cancellationToken);
    }
}
