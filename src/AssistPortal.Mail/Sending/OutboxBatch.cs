using AssistPortal.Data;
using AssistPortal.Data.Time;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Mail.Sending;

/// <summary>
/// One pass over the outbox. Any number of servers may run it at once: mails are leased right before they are sent
/// (<see cref="LeasedMails"/>), and whoever loses the race takes the next.
/// </summary>
internal sealed class OutboxBatch(
    PortalDbContext database,
    LeasedMails leased,
    IOptions<MailOptions> options,
    [FromKeyedServices(Clocks.Real)] IClock clock)
{
    private const int Size = 50;

    /// <summary>
    /// Tries all mails that are due, some at once, until none is left or the mail server turns out to be away. The
    /// mails of a subject to a recipient go one after the other.
    /// </summary>
    /// <param name="cancellationToken">Ends the pass; a mail that was not handed over yet is given back.</param>
    public async Task<BatchOutcome> SendDueAsync(CancellationToken cancellationToken)
    {
        var sent = 0;
        var offered = new HashSet<(Guid, int)>();
        while (!cancellationToken.IsCancellationRequested)
        {
            var due = await DueAsync();
            List<Guid> fresh = [.. due.Where(mail => offered.Add((mail.Id, mail.Attempts))).Select(mail => mail.Id)];
            foreach (var some in fresh.Chunk(options.Value.AtOnce))
            {
                var outcome = await leased.SendAsync(some, cancellationToken);
                sent += outcome.Sent;
                if (outcome.IsServerAway || cancellationToken.IsCancellationRequested)
                {
                    return outcome with { Sent = sent };
                }
            }

            if (fresh.Count == 0 || (due.Count < Size && !due.Exists(mail => mail.IsWaitedFor)))
            {
                break;
            }
        }

        return new BatchOutcome(sent, IsServerAway: false);
    }

    private Task<List<DueMail>> DueAsync()
    {
        var mails = database.Set<OutboxMail>();
        return mails.Free(clock.GetCurrentInstant())
            .FirstOfSubject(mails)
            .OrderBy(mail => mail.NextAttemptAt)
            .ThenBy(mail => mail.CreatedAt)
            .ThenBy(mail => mail.Revision)
            .Take(Size)
            .Select(mail => new DueMail(
                mail.Id,
                mail.Attempts,
                mails.Any(later => later.SubjectId == mail.SubjectId
                    && later.Recipient == mail.Recipient
                    && later.State == OutboxMailState.Waiting
                    && later.Id != mail.Id)))
            .ToListAsync(CancellationToken.None);
    }

    /// <param name="Id">The mail.</param>
    /// <param name="Attempts">Attempts before: each is offered once in a pass.</param>
    /// <param name="IsWaitedFor">Whether another mail may go once this one is through.</param>
    private sealed record DueMail(Guid Id, int Attempts, bool IsWaitedFor);
}

/// <summary>How a pass went.</summary>
/// <param name="Sent">Mails that were sent.</param>
/// <param name="IsServerAway">Whether it ended because the mail server takes none at all.</param>
internal sealed record BatchOutcome(int Sent, bool IsServerAway);
