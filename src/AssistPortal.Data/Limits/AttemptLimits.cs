using System.Security.Cryptography;
using System.Text;
using AssistPortal.Data.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.Data.Limits;

/// <summary>
/// Counts tries in the database, so that any number of servers share the limits. A try is counted before it is made,
/// and taken back when it was right: of tries at the same moment, never more than allowed go through.
/// </summary>
public sealed class AttemptLimits(PortalDbContext db, [FromKeyedServices(Clocks.Real)] IClock clock)
{
    /// <summary>The time over which tries are counted.</summary>
    public static readonly Duration Window = Duration.FromMinutes(15);

    /// <summary>Counts one try against each of some limits.</summary>
    /// <param name="limits">What is limited, and how many wrong tries are free in each <see cref="Window"/>.</param>
    /// <param name="cancellationToken">Ends the counting.</param>
    /// <returns>Whether it may be made, and if not, when.</returns>
    public async Task<CountedAttempt> CountAsync(
        IReadOnlyList<AttemptLimit> limits, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var since = now - Window;
        // A clock that was ahead would keep people out until that time comes.
        var ahead = now + Window;
        await db.Set<Attempt>().Where(attempt => attempt.At <= since || attempt.At > ahead)
            .ExecuteDeleteAsync(cancellationToken);
        var counted = limits.SelectMany(limit => limit.WithUnless())
            .Select(limit => new Attempt { Key = limit.Hash(), At = now })
            .ToList();
        db.AddRange(counted);
        await db.SaveChangesAsync(cancellationToken);
        counted.ForEach(attempt => db.Entry(attempt).State = EntityState.Detached);

        var keys = counted.Select(attempt => attempt.Key).ToList();
        var made = (await db.Set<Attempt>()
            .Where(attempt => keys.Contains(attempt.Key) && attempt.At > since)
            .Select(attempt => new { attempt.Key, attempt.At })
            .ToListAsync(cancellationToken)).ToLookup(attempt => attempt.Key, attempt => attempt.At);
        Duration? WaitFor(AttemptLimit limit) => made[limit.Hash()].Count() > limit.Free
            ? made[limit.Hash()].OrderDescending().ElementAt(limit.Free) + Window - now
            : null;
        var waits = limits
            .Select(limit => limit.WithUnless().Select(WaitFor).ToList())
            .Where(used => used.TrueForAll(wait => wait is not null))
            .Select(used => used.Min()!.Value)
            .ToList();
        var answer = new CountedAttempt(
            [.. counted.Select(attempt => attempt.Id)], waits.Count == 0 ? null : waits.Max());
        if (answer.Wait is not null)
        {
            // A try that was not made does not count: whoever goes on trying is let in again all the same.
            await TakeBackAsync(answer, cancellationToken);
        }

        return answer;
    }

    /// <summary>The try was right.</summary>
    public Task TakeBackAsync(CountedAttempt attempt, CancellationToken cancellationToken) => db.Set<Attempt>()
        .Where(item => attempt.Ids.Contains(item.Id))
        .ExecuteDeleteAsync(cancellationToken);
}

/// <summary>How often something may be tried in vain.</summary>
/// <param name="Kind">What is limited, such as <c>look-up by address</c>.</param>
/// <param name="Value">For whom or what: an address, a name. Only its hash is stored.</param>
/// <param name="Free">Wrong tries that are free in each <see cref="AttemptLimits.Window"/>.</param>
public sealed record AttemptLimit(string Kind, string Value, int Free)
{
    /// <summary>Once this limit is used up, tries are let through as long as that one is not; null for none.</summary>
    public AttemptLimit? Unless { get; init; }

    internal IEnumerable<AttemptLimit> WithUnless() => Unless is null ? [this] : [this, Unless];

    internal string Hash() => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Kind}\n{Value}")));
}

/// <summary>A try that was counted.</summary>
/// <param name="Ids">Where it was counted.</param>
/// <param name="Wait">How long to wait before the next one; null when it may be made.</param>
public sealed record CountedAttempt(IReadOnlyList<Guid> Ids, Duration? Wait);
