using System.Collections.Concurrent;
using System.Data.Common;
using AssistPortal.Data;
using AssistPortal.Data.Time;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Watching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Mail.Sending;

/// <summary>
/// A few mails that go at once: leased, read and noted together, each sent in a scope of its own
/// (<see cref="MailAttempt"/>). A server that dies keeps its leases until they run out, then the mails go again under
/// the same Message-ID.
/// </summary>
internal sealed partial class LeasedMails(
    PortalDbContext database,
    IServiceScopeFactory scopes,
    MailMetrics metrics,
    IOptions<MailOptions> options,
    IClock clock,
    [FromKeyedServices(Clocks.Real)] IClock realClock,
    ILogger<LeasedMails> logger)
{
    /// <summary>So long a mail that is through waits at most to be noted with those that go beside it.</summary>
    private static readonly TimeSpan Company = TimeSpan.FromSeconds(1);

    /// <summary>Tries those of the mails that are due and that no other server has, all at once.</summary>
    /// <param name="ids">The mails; no two of a subject to a recipient.</param>
    /// <param name="cancellationToken">Breaks off the sending; the mails are given back.</param>
    public async Task<BatchOutcome> SendAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        // From the claim to the note of their outcome nothing is cancelled but the sending itself: no lease is left
        // behind.
        var owner = Guid.NewGuid();
        if (await ClaimAsync(ids, owner) == 0)
        {
            return new BatchOutcome(0, IsServerAway: false);
        }

        var handedOver = new ConcurrentQueue<Guid>();
        var mails = await ReadAsync(ids, owner);
        var attempts = Task.WhenAll(mails.Select(mail => Task.Run(
            () => TryAsync(mail, owner, handedOver, cancellationToken), CancellationToken.None)));
        var noted = 0;
        try
        {
            for (var isOver = false; !isOver;)
            {
                isOver = await Task.WhenAny(attempts, Task.Delay(Company, CancellationToken.None)) == attempts;
                noted += await NoteSentAsync(handedOver, owner);
            }
        }
        finally
        {
            await ((Task)attempts).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        var outcomes = await attempts;
        return new BatchOutcome(
            noted + outcomes.Count(outcome => outcome == SendOutcome.Sent), outcomes.Contains(SendOutcome.ServerAway));
    }

    private Task<int> ClaimAsync(IReadOnlyCollection<Guid> ids, Guid owner)
    {
        var now = realClock.GetCurrentInstant();
        Instant? until = now + options.Value.Lease;
        Guid? claimant = owner;
        return database.Set<OutboxMail>()
            .Where(mail => ids.Contains(mail.Id))
            .Free(now)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(
                        mail => mail.Interruptions,
                        mail => mail.LeaseOwner == null ? mail.Interruptions : mail.Interruptions + 1)
                    .SetProperty(mail => mail.LeaseOwner, claimant)
                    .SetProperty(mail => mail.LeaseUntil, until)
                    .SetProperty(mail => mail.Attempts, mail => mail.Attempts + 1),
                CancellationToken.None);
    }

    /// <summary>
    /// Those that were claimed. Where one can't be read, it is given up, and the others are read singly.
    /// </summary>
    private async Task<List<OutboxMail>> ReadAsync(IReadOnlyCollection<Guid> ids, Guid owner)
    {
        var own = database.Set<OutboxMail>().AsNoTracking().Where(mail => mail.LeaseOwner == owner);
        try
        {
            return await own.Where(mail => ids.Contains(mail.Id)).ToListAsync(CancellationToken.None);
        }
        catch (Exception failure) when (!ComesFromDatabase(failure))
        {
            return await ReadSinglyAsync(own, ids, owner);
        }
    }

    private async Task<List<OutboxMail>> ReadSinglyAsync(
        IQueryable<OutboxMail> own, IReadOnlyCollection<Guid> ids, Guid owner)
    {
        List<OutboxMail> readable = [];
        foreach (var id in ids)
        {
            try
            {
                readable.AddRange(await own.Where(mail => mail.Id == id).ToListAsync(CancellationToken.None));
            }
            catch (Exception failure) when (!ComesFromDatabase(failure))
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<MailAttempt>().BuryAsync(id, owner, failure);
            }
        }

        return readable;
    }

    private async Task<SendOutcome> TryAsync(
        OutboxMail mail, Guid owner, ConcurrentQueue<Guid> handedOver, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var attempt = scope.ServiceProvider.GetRequiredService<MailAttempt>();
        var outcome = await attempt.RunAsync(mail, owner, cancellationToken);
        if (outcome == SendOutcome.HandedOver)
        {
            handedOver.Enqueue(mail.Id);
        }

        return outcome;
    }

    private async Task<int> NoteSentAsync(ConcurrentQueue<Guid> handedOver, Guid owner)
    {
        List<Guid> ids = [];
        while (handedOver.TryDequeue(out var id))
        {
            ids.Add(id);
        }

        if (ids.Count == 0)
        {
            return 0;
        }

        Instant? now = clock.GetCurrentInstant();
        var noted = await database.Set<OutboxMail>()
            .Where(mail =>
                ids.Contains(mail.Id) && mail.LeaseOwner == owner && mail.State == OutboxMailState.Waiting)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(mail => mail.State, OutboxMailState.Sent)
                    .SetProperty(mail => mail.SentAt, now)
                    .SetProperty(mail => mail.LeaseOwner, (Guid?)null)
                    .SetProperty(mail => mail.LeaseUntil, (Instant?)null),
                CancellationToken.None);
        metrics.Sent(noted);
        if (noted < ids.Count)
        {
            LogLeasesLost(ids.Count - noted);
        }

        return noted;
    }

    private static bool ComesFromDatabase(Exception? failure) =>
        failure is not null
            && (failure is DbException or TimeoutException || ComesFromDatabase(failure.InnerException));

    [LoggerMessage(1, LogLevel.Warning, "{Mails} mails took longer than their lease; another server has them.")]
    private partial void LogLeasesLost(int mails);
}
