using AssistPortal.Assist.Packages.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Packages;

/// <summary>Adds, changes and removes services of the comparison table.</summary>
public sealed class ComparisonTable(PortalDbContext db, IClock clock)
{
    public Task AddAsync(
        ComparisonDetails details, Guid actorId, CancellationToken cancellationToken) => db.InTransactionAsync(
        async cancellationToken =>
        {
            var row = new ComparisonRow(details);
            db.Add(row);
            await db.SaveChangesAsync(cancellationToken);
            db.Audit(
                new ComparisonAdded(row.Id, Change.Added(ComparisonDetails.Of(row))),
                actorId,
                clock.GetCurrentInstant());
            await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>Saves a row, unless somebody else has saved it since it was read.</summary>
    /// <param name="id">The row.</param>
    /// <param name="version">Its version as it was read.</param>
    /// <param name="details">What it is to be.</param>
    /// <param name="actorId">Who changes it.</param>
    /// <param name="cancellationToken">Ends the saving.</param>
    public async Task<EditOutcome> ChangeAsync(
        int id, int version, ComparisonDetails details, Guid actorId, CancellationToken cancellationToken)
    {
        var (row, outcome) = await FindAsync(id, version, cancellationToken);
        if (row is null)
        {
            return outcome;
        }

        var before = ComparisonDetails.Of(row);
        row.Change(details);
        var record = new ComparisonChanged(id, Change.Between(before, ComparisonDetails.Of(row)));
        return await db.SaveChangeAsync(row, record, actorId, clock.GetCurrentInstant(), cancellationToken);
    }

    /// <summary>Removes a row, unless somebody else has saved it since it was read.</summary>
    /// <inheritdoc cref="ChangeAsync" path="/param" />
    public async Task<EditOutcome> RemoveAsync(int id, int version, Guid actorId, CancellationToken cancellationToken)
    {
        var (row, outcome) = await FindAsync(id, version, cancellationToken);
        if (row is null)
        {
            return outcome;
        }

        db.Audit(
            new ComparisonRemoved(id, Change.Removed(ComparisonDetails.Of(row))), actorId, clock.GetCurrentInstant());
        db.Remove(row);
        return await db.SaveEditAsync(cancellationToken);
    }

    private async Task<(ComparisonRow? Row, EditOutcome Outcome)> FindAsync(
        int id, int version, CancellationToken cancellationToken)
    {
        var row = await db.Set<ComparisonRow>()
            .Include(item => item.Texts)
            .Include(item => item.Cells)
            .AsSplitQuery()
            .SingleOrDefaultAsync(item => item.Id == id, cancellationToken);
        return row is null ? (null, EditOutcome.Gone)
            : row.Version != version ? (null, EditOutcome.ChangedMeanwhile)
            : (row, EditOutcome.Saved);
    }
}
