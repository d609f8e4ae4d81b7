using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Calendars;

internal static class BusyTimes
{
    /// <summary>
    /// The producer's calendar says so from now on. What is reserved stays; orders that it leaves without cover ask for
    /// attention, as with time off. Saving is left to the caller.
    /// </summary>
    public static async Task BeBusyAsync(
        this PortalDbContext db,
        CoverCheck cover,
        int producerId,
        IReadOnlyCollection<Interval> times,
        CancellationToken cancellationToken)
    {
        var producer = await db.Set<Producer>().WithParts()
            .SingleAsync(item => item.Id == producerId, cancellationToken);
        var before = (await cover.FindAsync(producer, cancellationToken)).Select(time => time.Key).ToHashSet();
        if (!producer.BeBusy(times))
        {
            return;
        }

        var differing = (await cover.FindAsync(producer, cancellationToken)).Select(time => time.Key).ToHashSet();
        differing.SymmetricExceptWith(before);
        await cover.CheckOrdersAsync([.. differing.Select(key => key.OrderId).Distinct()], producer, cancellationToken);
    }
}
