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
/// Some mails that are leased, read and noted together, and sent a few at once, each in a scope of its own
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

    /// <summary>
    /// Tries those of the mails that are due and that no other server has. Those whose turn does not come, because the
    /// mail server is away or too slow, are given back as they were.
    /// </summary>
    /// <param name="ids">The mails; no two of a subject to a recipient.</param>
    /// <param name="cancellationToken">Breaks off the sending; the mails are given back.</param>
    public async Task<BatchOutcome> SendAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        // From the claim to the note of their outcome nothing is cancelled but the sending itself: no lease is left
        // behind.
        var owner = Guid.NewGuid();
        var claimedAt = realClock.GetCurrentInstant();
        if (await ClaimAsync(ids, owner, claimedAt) == 0)
        {
            return new BatchOutcome(0, IsServerAway: false);
        }

        var mails = await ReadAsync(ids, owner);
        var handedOver = new ConcurrentQueue<Guid>();
        var turns = new Turns(mails, realClock, claimedAt + Duration.FromTimeSpan(options.Value.SendTimeout));
        var attempts = Task.WhenAll(Enumerable.Range(0, options.Value.AtOnce).Select(_ => Task.Run(
            () => TryAsync(turns, owner, handedOver, cancellationToken), CancellationToken.None)));
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

        var sentAgain = (await attempts).Sum();
        await GiveBackAsync(turns.Left, owner);
        return new BatchOutcome(noted + sentAgain, turns.IsServerAway);
    }

    private Task<int> ClaimAsync(IReadOnlyCollection<Guid> ids, Guid owner, Instant now)
    {
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

    /// <summary>Tries one after the other until no turn is left.</summary>
    /// <returns>How many were sent and have noted it themselves.</returns>
    private async Task<int> TryAsync(
        Turns turns, Guid owner, ConcurrentQueue<Guid> handedOver, CancellationToken cancellationToken)
    {
        var sent = 0;
        while (turns.Next(cancellationToken) is { } mail)
        {
            await using var scope = scopes.CreateAsyncScope();
            var attempt = scope.ServiceProvider.GetRequiredService<MailAttempt>();
            switch (await attempt.RunAsync(mail, owner, cancellationToken))
            {
                case SendOutcome.HandedOver:
                    handedOver.Enqueue(mail.Id);
                    break;
                case SendOutcome.Sent:
                    sent++;
                    break;
                case SendOutcome.ServerAway:
                    turns.End();
                    break;
            }
        }

        return sent;
    }

    private async Task GiveBackAsync(IReadOnlyCollection<Guid> ids, Guid owner)
    {
        if (ids.Count == 0)
        {
            return;
        }

        await database.Set<OutboxMail>()
            .Where(mail =>
                ids.Contains(mail.Id) && mail.LeaseOwner == owner && mail.State == OutboxMailState.Waiting)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(mail => mail.Attempts, mail => mail.Attempts - 1)
                    .SetProperty(mail => mail.LeaseOwner, (Guid?)null)
                    .SetProperty(mail => mail.LeaseUntil, (Instant?)null),
                CancellationToken.None);
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

    /// <summary>Whose turn it is; none any more once a lease would not last for an attempt.</summary>
    private sealed class Turns(IEnumerable<OutboxMail> mails, IClock clock, Instant lastBegin)
    {
        private readonly ConcurrentQueue<OutboxMail> waiting = new(mails);
        private volatile bool isServerAway;

        /// <summary>Whether one has found that no mail would go now.</summary>
        public bool IsServerAway => isServerAway;

        public IReadOnlyCollection<Guid> Left => [.. waiting.Select(mail => mail.Id)];

        public void End() => isServerAway = true;

        public OutboxMail? Next(CancellationToken cancellationToken) =>
            !isServerAway
                && !cancellationToken.IsCancellationRequested
                && clock.GetCurrentInstant() <= lastBegin
                && waiting.TryDequeue(out var mail)
                ? mail
                : null;
    }
}
