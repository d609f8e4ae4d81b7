using AssistPortal.Data;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AssistPortal.Mail.Sending;

/// <summary>
/// One pass over the outbox. Any number of servers may run it at once: a mail is leased by a conditional update
/// right before it is sent, and whoever loses the race takes the next. A server that dies keeps its lease until it
/// runs out; then the mail goes again under the same Message-ID.
/// </summary>
public sealed partial class OutboxBatch(
    PortalDbContext database,
    IMailTransport transport,
    IEnumerable<IMailSecret> secrets,
    IClock clock,
    ILogger<OutboxBatch> logger)
{
    /// <summary>How long one server may take for one mail.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(2);

    private const int Size = 50;

    private readonly Guid owner = Guid.NewGuid();

    /// <summary>Tries the mails that are due, at most 50 and of each subject and recipient one.</summary>
    /// <param name="cancellationToken">Ends the pass; a mail that was not handed over yet is given back.</param>
    /// <returns>How many were sent.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        var mails = database.Set<OutboxMail>();
        var due = await mails.Free(clock.GetCurrentInstant())
            .FirstOfSubject(mails)
            .OrderBy(mail => mail.NextAttemptAt)
            .ThenBy(mail => mail.CreatedAt)
            .ThenBy(mail => mail.Revision)
            .Select(mail => mail.Id)
            .Take(Size)
            .ToListAsync(cancellationToken);

        var sent = 0;
        foreach (var id in due)
        {
            if (cancellationToken.IsCancellationRequested)
            {
                break;
            }

            if (await ClaimAsync(id) && await TryAsync(id, cancellationToken))
            {
                sent++;
            }
        }

        return sent;
    }

    // From the claim to the note of its outcome nothing is cancelled but the sending itself, so no lease is left behind.
    private async Task<bool> ClaimAsync(Guid id)
    {
        var now = clock.GetCurrentInstant();
        Instant? until = now + Lease;
        Guid? claimant = owner;
        return await database.Set<OutboxMail>()
            .Where(mail => mail.Id == id)
            .Free(now)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(mail => mail.LeaseOwner, claimant)
                    .SetProperty(mail => mail.LeaseUntil, until)
                    .SetProperty(mail => mail.Attempts, mail => mail.Attempts + 1),
                CancellationToken.None) == 1;
    }

    private async Task<bool> TryAsync(Guid id, CancellationToken cancellationToken)
    {
        var mail = await database.Set<OutboxMail>().SingleAsync(row => row.Id == id, CancellationToken.None);
        if (mail.LeaseOwner != owner)
        {
            LogLeaseLost(id);
            return false;
        }

        await SendAsync(mail, cancellationToken);
        try
        {
            await database.SaveChangesAsync(CancellationToken.None);
            return mail.State == OutboxMailState.Sent;
        }
        catch (DbUpdateConcurrencyException)
        {
            LogLeaseLost(id);
            return false;
        }
        finally
        {
            database.ChangeTracker.Clear();
        }
    }

    private async Task SendAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        try
        {
            await transport.SendAsync(await WholeAsync(mail, cancellationToken), cancellationToken);
            mail.MarkSent(owner, clock.GetCurrentInstant());
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            mail.ReturnLease(owner);
        }
        catch (MailRefusedException refusal)
        {
            mail.Refuse(owner, refusal.Message);
            LogRefused(mail.Id);
        }
#pragma warning disable CA1031 // Whatever a transport throws, the other mails go on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            mail.NoteFailure(owner, failure.Message, clock.GetCurrentInstant());
            LogFailed(mail.Id, mail.Attempts, mail.State, failure.GetType().Name);
        }
    }

    /// <summary>The mail with its secrets, which is not to be saved.</summary>
    private async Task<OutboxMail> WholeAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        var whole = mail;
        foreach (var secret in secrets.Where(secret => mail.TextBody.Contains(secret.Placeholder, StringComparison.Ordinal)))
        {
            whole = whole.With(secret.Placeholder, await secret.MakeAsync(mail, cancellationToken));
        }

        return whole;
    }

    // A transport's message may name the recipient: logs get the kind of failure only.
    [LoggerMessage(1, LogLevel.Warning, "Mail {MailId} failed at attempt {Attempts} with {Failure}; it is {State} now.")]
    private partial void LogFailed(Guid mailId, int attempts, OutboxMailState state, string failure);

    [LoggerMessage(2, LogLevel.Error, "Mail {MailId} was refused for good; the outbox tells why.")]
    private partial void LogRefused(Guid mailId);

    [LoggerMessage(3, LogLevel.Warning, "Mail {MailId} took longer than its lease; another server has it.")]
    private partial void LogLeaseLost(Guid mailId);
}
