using AssistPortal.Data;
using AssistPortal.Trials.Ending;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Partners;
using AssistPortal.Web.Shared.Times;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>What will be gone for good within a week, and what went in the last one.</summary>
public sealed class EndingList(PortalDbContext db)
{
    private static readonly Duration Week = Duration.FromDays(7);

    public async Task<EndingPage> ReadAsync(OwnTime time, CancellationToken cancellationToken)
    {
        var (from, to) = (time.Now - Week, time.Now + Week);
        var coming = await db.Set<Trial>().AsNoTracking()
            .Include(trial => trial.Services)
            .Where(trial => trial.EndedAt == null && trial.ConvertedAt == null && trial.CutOffAt <= to)
            .Join(
                db.Set<Partner>(),
                trial => trial.PartnerId,
                partner => partner.Id,
                (trial, partner) => new { trial, partner.Name })
            .OrderBy(row => row.trial.CutOffAt)
            .ThenBy(row => row.trial.Id)
            .ToListAsync(cancellationToken);
        var gone = await db.Set<Tombstone>().AsNoTracking()
            .Where(stone => stone.At >= from)
            .Join(
                db.Set<Trial>().AsNoTracking(),
                stone => stone.TrialId,
                trial => trial.Id,
                (stone, trial) => new { stone, trial })
            .Join(
                db.Set<Partner>(),
                row => row.trial.PartnerId,
                partner => partner.Id,
                (row, partner) => new { row.stone, row.trial, partner.Name })
            .OrderByDescending(row => row.stone.At)
            .ToListAsync(cancellationToken);
        return new EndingPage(
            [.. coming.Select(row => new ComingEnd(row.trial, row.Name))],
            [.. gone.Select(row => new PastEnd(row.trial, row.Name, row.stone))],
            time);
    }
}
