using AssistPortal.Data;
using AssistPortal.Data.Time;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Mail.Sending;

/// <summary>
/// One pass over the outbox. Any number of servers may run it at once: each mail is leased before it is sent
/// (<see cref="MailAttempt"/>), and whoever loses the race takes the next.
/// </summary>
internal sealed class OutboxBatch(
    PortalDbContext database,
    IServiceScopeFactory scopes,
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
        var isServerAway = false;
        var offered = new HashSet<(Guid, int)>();
        int before;
        do
        {
            before = offered.Count;
            await Parallel.ForEachAsync(
                DueAsync(offered, () => isServerAway || cancellationToken.IsCancellationRequested),
                new ParallelOptions { MaxDegreeOfParallelism = options.Value.AtOnce },
                async (id, _) =>
                {
                    await using var scope = scopes.CreateAsyncScope();
                    var attempt = scope.ServiceProvider.GetRequiredService<MailAttempt>();
                    switch (await attempt.RunAsync(id, cancellationToken))
                    {
                        case SendOutcome.Sent:
                            Interlocked.Increment(ref sent);
                            break;
                        case SendOutcome.ServerAway:
                            isServerAway = true;
                            break;
                    }
                });
        }
        while (offered.Count > before);
        return new BatchOutcome(sent, isServerAway);
    }

    /// <summary>Keys of due mails, read on as they are tried, each attempt at a mail once.</summary>
    private async IAsyncEnumerable<Guid> DueAsync(HashSet<(Guid, int)> offered, Func<bool> isOver)
    {
        var mails = database.Set<OutboxMail>();
        while (!isOver())
        {
            var due = await mails.Free(clock.GetCurrentInstant())
                .FirstOfSubject(mails)
                .OrderBy(mail => mail.NextAttemptAt)
                .ThenBy(mail => mail.CreatedAt)
                .ThenBy(mail => mail.Revision)
                .Select(mail => new { mail.Id, mail.Attempts })
                .Take(Size)
                .ToListAsync(CancellationToken.None);
            var fresh = due.Where(mail => offered.Add((mail.Id, mail.Attempts))).Select(mail => mail.Id).ToList();
            if (fresh.Count == 0)
            {
                yield break;
            }

            foreach (var id in fresh)
            {
                if (isOver())
                {
                    yield break;
                }

                yield return id;
            }

            if (due.Count < Size)
            {
                // What waits for these is looked for when they are sent.
                yield break;
            }
        }
    }
}

/// <summary>How a pass went.</summary>
/// <param name="Sent">Mails that were sent.</param>
/// <param name="IsServerAway">Whether it ended because the mail server takes none at all.</param>
internal sealed record BatchOutcome(int Sent, bool IsServerAway);
