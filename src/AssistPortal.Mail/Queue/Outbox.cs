using AssistPortal.Data;
using AssistPortal.Data.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Mail.Queue;

/// <summary>Writes mails beside the change that causes them.</summary>
public sealed class Outbox
{
    private static readonly Duration Microsecond = Duration.FromTicks(10);

    private readonly PortalDbContext database;
    private readonly MailRenderer renderer;
    private readonly MailOptions options;
    private readonly IClock clock;
    private readonly IClock realClock;
    private Instant last = Instant.MinValue;

    internal Outbox(
        PortalDbContext database,
        MailRenderer renderer,
        IOptions<MailOptions> options,
        IClock clock,
        [FromKeyedServices(Clocks.Real)] IClock realClock)
    {
        this.database = database;
        this.renderer = renderer;
        this.options = options.Value;
        this.clock = clock;
        this.realClock = realClock;
    }

    /// <summary>
    /// Adds the mail to the scope's context and leaves saving to the caller, who calls
    /// <see cref="OutboxSignal"/> once the transaction is done. A second mail of the same subject, cause,
    /// revision and recipient makes that save fail.
    /// </summary>
    /// <returns>The row, whose Message-ID a later mail of the thread may answer.</returns>
    /// <exception cref="ArgumentException">A key or the recipient is empty or too long.</exception>
    public OutboxMail Write(MailToWrite mail)
    {
        var now = clock.GetCurrentInstant();
        var row = OutboxMail.From(
            mail, renderer.Render(mail, now), options, MomentAfterLast(now), realClock.GetCurrentInstant());
        database.Add(row);
        return row;
    }

    /// <summary>
    /// Message-ID of the first mail about the subject to that recipient; null when there is none yet.
    /// </summary>
    public Task<string?> FindThreadAsync(string subjectId, string recipient, CancellationToken cancellationToken) =>
        database.Set<OutboxMail>()
            .Where(mail => mail.SubjectId == subjectId && mail.Recipient == recipient)
            .OrderBy(mail => mail.CreatedAt)
            .Select(mail => mail.MessageId)
            .FirstOrDefaultAsync(cancellationToken);

    /// <summary>
    /// Has what was collected about the subject for that recipient go out by itself, before something that can't wait
    /// for the digest.
    /// </summary>
    public async Task ReleaseCollectedAsync(string subjectId, string recipient, CancellationToken cancellationToken)
    {
        var now = realClock.GetCurrentInstant();
        await database.Set<OutboxMail>()
            .Where(mail =>
                mail.SubjectId == subjectId && mail.Recipient == recipient && mail.State == OutboxMailState.Collected)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(mail => mail.State, OutboxMailState.Waiting)
                    .SetProperty(mail => mail.NextAttemptAt, now),
                cancellationToken);
    }

    // PostgreSQL keeps microseconds; the mails of one transaction are told apart by them.
    private Instant MomentAfterLast(Instant now)
    {
        var moment = Instant.FromUnixTimeTicks(now.ToUnixTimeTicks() / 10 * 10);
        last = moment > last ? moment : last + Microsecond;
        return last;
    }
}
