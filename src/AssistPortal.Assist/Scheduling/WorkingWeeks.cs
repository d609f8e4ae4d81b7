using System.Runtime.InteropServices;
using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.Scheduling;

/// <summary>
/// The weekly hours of all producers, kept while the database says that they are still the same: five rows per
/// producer are most of what a search would read, and they hardly ever change.
/// </summary>
public sealed class WorkingWeeks
{
    private volatile Kept? kept;

    internal async Task<ILookup<int, WeeklyHours>> OfAllAsync(PortalDbContext db, CancellationToken cancellation)
    {
        // Read before the hours: a change in between makes the next search read them again.
        var stamp = await StampAsync(db, cancellation);
        if (kept is { } known && known.Stamp == stamp)
        {
            return known.Weeks;
        }

        var hours = await db.Set<WorkingHours>()
            .Select(item => new { item.ProducerId, item.Day, item.StartMinute, item.EndMinute })
            .ToListAsync(cancellation);
        var weeks = hours.ToLookup(
            item => item.ProducerId, item => new WeeklyHours(item.Day, item.StartMinute, item.EndMinute));
        kept = new Kept(stamp, weeks);
        return weeks;
    }

    // New hours are new rows with higher keys, so count, highest key and sum tell one state from another. The sum is
    // weighted by what stands in the row, to notice an edit by hand in the database as well.
    private static async Task<Stamp> StampAsync(PortalDbContext db, CancellationToken cancellation) =>
        await db.Set<WorkingHours>()
            .GroupBy(_ => 1)
            .Select(all => new Stamp(
                all.Count(),
                all.Max(item => item.Id),
                all.Sum(item => (long)item.Id * item.ProducerId),
                all.Sum(item => (long)item.Id * (int)item.Day),
                all.Sum(item => (long)item.Id * ((item.StartMinute * 4096) + item.EndMinute))))
            .SingleOrDefaultAsync(cancellation);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Stamp(int Count, int HighestId, long Producers, long Days, long Minutes);

    private sealed record Kept(Stamp Stamp, ILookup<int, WeeklyHours> Weeks);
}
