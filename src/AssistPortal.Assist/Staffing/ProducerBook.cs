using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Staffing.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Staffing;

/// <summary>Adds and changes producers.</summary>
public sealed class ProducerBook(PortalDbContext db, CoverCheck cover, IClock clock)
{
    /// <summary>A new producer, without hours as yet; null where another one has the account.</summary>
    public async Task<int?> AddAsync(ProducerDetails details, Guid actorId, CancellationToken cancellationToken)
    {
        if (await IsAccountTakenAsync(0, details.UserId, cancellationToken))
        {
            return null;
        }

        return await db.InTransactionAsync(
            async cancellationToken =>
            {
                var producer = new Producer(details);
                db.Add(producer);
                await db.SaveChangesAsync(cancellationToken);
                var record = new ProducerAdded(producer.Id, Change.Added(ProducerSnapshot.Of(producer)));
                db.Audit(record, actorId, clock.GetCurrentInstant());
                await db.SaveChangesAsync(cancellationToken);
                return (Commit: true, (int?)producer.Id);
            },
            cancellationToken);
    }

    /// <summary>
    /// Changes a producer. A change that would leave reservations without cover waits for a yes: nothing is saved
    /// before. Orders that are left without cover get their <see cref="AttentionReason.NoCover"/> in the same save;
    /// those for which the change makes no difference keep what a coordinator has said of them.
    /// </summary>
    /// <param name="id">The producer.</param>
    /// <param name="version">The version on which the change is based.</param>
    /// <param name="change">The change.</param>
    /// <param name="mayUncover">Whether reservations may be left without cover.</param>
    /// <param name="actorId">Who does it.</param>
    /// <param name="cancellationToken">Nothing is saved then.</param>
    public async Task<ProducerEdit> ChangeAsync(
        int id, int version, ProducerChange change, bool mayUncover, Guid actorId, CancellationToken cancellationToken)
    {
        var producer = await db.Set<Producer>()
            .WithParts()
            .SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        if (producer is null)
        {
            return new ProducerEdit(ProducerEditOutcome.Gone, []);
        }

        if (producer.Version != version)
        {
            db.ChangeTracker.Clear();
            return new ProducerEdit(ProducerEditOutcome.ChangedMeanwhile, []);
        }

        var before = ProducerSnapshot.Of(producer);
        var known = (await cover.FindAsync(producer, cancellationToken)).Select(time => time.Key).ToHashSet();
        change.Apply(producer);
        var record = new ProducerChanged(id, Change.Between(before, ProducerSnapshot.Of(producer)));
        if (!db.Audit(record, actorId, clock.GetCurrentInstant()))
        {
            return new ProducerEdit(ProducerEditOutcome.Saved, []);
        }

        if (await IsAccountTakenAsync(id, producer.UserId, cancellationToken))
        {
            db.ChangeTracker.Clear();
            return new ProducerEdit(ProducerEditOutcome.AccountTaken, []);
        }

        var now = await cover.FindAsync(producer, cancellationToken);
        var uncovered = now.ExceptBy(known, time => time.Key).ToList();
        if (uncovered.Count > 0 && !mayUncover)
        {
            db.ChangeTracker.Clear();
            return new ProducerEdit(ProducerEditOutcome.LeavesUncovered, uncovered);
        }

        var differing = known.Except(now.Select(time => time.Key)).Concat(uncovered.Select(time => time.Key));
        await cover.CheckOrdersAsync([.. differing.Select(key => key.OrderId).Distinct()], producer, cancellationToken);
        db.Touch(producer);
        return await db.SaveEditAsync(cancellationToken) == EditOutcome.Saved
            ? new ProducerEdit(ProducerEditOutcome.Saved, uncovered)
            : new ProducerEdit(ProducerEditOutcome.ChangedMeanwhile, []);
    }

    /// <summary>The producer with all parts, to be looked at.</summary>
    public Task<Producer?> FindAsync(int id, CancellationToken cancellationToken) =>
        db.Set<Producer>()
            .AsNoTracking()
            .WithParts()
            .SingleOrDefaultAsync(item => item.Id == id, cancellationToken);

    /// <summary>The producer who signs in with an account, with all parts, to be looked at.</summary>
    public Task<Producer?> FindAsync(Guid userId, CancellationToken cancellationToken) =>
        db.Set<Producer>().AsNoTracking().WithParts()
            .OrderBy(item => item.Id)
            .FirstOrDefaultAsync(item => item.UserId == userId, cancellationToken);

    private async Task<bool> IsAccountTakenAsync(int producerId, Guid? userId, CancellationToken cancellationToken) =>
        userId is not null
        && await db.Set<Producer>().AnyAsync(item => item.UserId == userId && item.Id != producerId, cancellationToken);
}

/// <summary>What became of a change.</summary>
/// <param name="Outcome">Whether it was saved.</param>
/// <param name="Uncovered">What it leaves without cover, or would.</param>
public sealed record ProducerEdit(ProducerEditOutcome Outcome, IReadOnlyList<AssignedTime> Uncovered);

public enum ProducerEditOutcome
{
    Saved,

    /// <summary>There is no such producer.</summary>
    Gone,

    /// <summary>Somebody else has saved something else since it was read.</summary>
    ChangedMeanwhile,

    /// <summary>Another producer signs in with that account.</summary>
    AccountTaken,

    /// <summary>Nothing was saved: reservations would be left without cover, and nobody has agreed to that.</summary>
    LeavesUncovered,
}
