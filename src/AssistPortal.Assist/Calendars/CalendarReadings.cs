using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Data.Time;
using AssistPortal.Data.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Calendars;

/// <summary>
/// Reads the calendars that are due, one at a time and each by one server: a lease says by which. A server that is
/// killed loses it after <see cref="Lease"/>, and another one reads.
/// </summary>
internal sealed class CalendarReadings(
    PortalDbContext db,
    CalendarClient client,
    CalendarSecrets secrets,
    CoverCheck cover,
    IOptions<CalendarOptions> options,
    IOptions<BookingOptions> booking,
    IClock clock,
    [FromKeyedServices(Clocks.Real)] IClock realClock)
{
    /// <summary>Longer than a calendar takes.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(2);

    /// <summary>So often all of a calendar is read, changed or not: what recurs goes on as time does.</summary>
    private static readonly Duration FullReading = Duration.FromHours(12);

    /// <summary>Longer than any pause between two readings.</summary>
    private static readonly Duration FurthestReading = Duration.FromDays(2);

    private readonly Guid owner = Guid.NewGuid();

    /// <summary>Those to be read; what lies too far ahead comes of a clock that was wrong.</summary>
    private IQueryable<ProducerCalendar> Due(Instant now)
    {
        var far = now + FurthestReading;
        return db.Set<ProducerCalendar>()
            .Where(item => item.NextReadAt <= now || item.NextReadAt > far)
            .WithoutLease(item => item.LeaseUntil, now, Lease);
    }

    /// <returns>Whether there was one to read.</returns>
    public async Task<bool> ReadNextAsync(CancellationToken cancellationToken)
    {
        var now = realClock.GetCurrentInstant();
        var due = await Due(now)
            .OrderBy(item => item.NextReadAt)
            .Select(item => (int?)item.ProducerId)
            .FirstOrDefaultAsync(cancellationToken);
        if (due is not { } producerId)
        {
            return false;
        }

        Instant? until = now + Lease;
        Guid? me = owner;
        if (await Due(now)
            .Where(item => item.ProducerId == producerId)
            .ExecuteUpdateAsync(
                set => set.SetProperty(item => item.LeaseUntil, until).SetProperty(item => item.LeaseOwner, me),
                cancellationToken) == 1)
        {
            await ReadAsync(producerId, cancellationToken);
        }

        return true;
    }

    private async Task ReadAsync(int producerId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var calendar = await db.Set<ProducerCalendar>().AsNoTracking()
            .SingleOrDefaultAsync(item => item.ProducerId == producerId, cancellationToken);
        if (calendar is null)
        {
            return;
        }

        var (times, read, fault) = await TimesOfAsync(calendar, now, cancellationToken);
        await db.InTransactionAsync(
            cancellationToken => SaveAsync(calendar, times, read, fault, now, cancellationToken), cancellationToken);
    }

    /// <summary>What the calendar says; no times where it is as it was.</summary>
    private async Task<(IReadOnlyCollection<Interval>? Times, CalendarAnswer.Read? Read, CalendarFault? Fault)>
        TimesOfAsync(ProducerCalendar calendar, Instant now, CancellationToken cancellationToken)
    {
        if (secrets.Unprotect(calendar) is not { } address)
        {
            return (null, null, CalendarFault.AddressLost);
        }

        var isKnown = calendar.FailingSince is null && calendar.FullReadAt is { } full && now - full < FullReading;
        var answer = await client.FetchAsync(
            address, isKnown ? (calendar.ETag, calendar.LastModified) : null, cancellationToken);
        if (answer is not CalendarAnswer.Read read)
        {
            return (null, null, (answer as CalendarAnswer.Failed)?.Fault);
        }

        var zone = await db.Set<Producer>().Where(item => item.Id == calendar.ProducerId)
            .Select(item => item.TimeZone).SingleAsync(cancellationToken);
        var horizon = new Interval(
            now - Duration.FromDays(1), now + Duration.FromDays((booking.Value.HorizonMonths + 1) * 31));
        var (times, fault) = CalendarTimes.In(read.Text, horizon, DateTimeZoneProviders.Tzdb[zone], cancellationToken);
        return (times, fault is null ? read : null, fault);
    }

    private async Task SaveAsync(
        ProducerCalendar read,
        IReadOnlyCollection<Interval>? times,
        CalendarAnswer.Read? answer,
        CalendarFault? fault,
        Instant now,
        CancellationToken cancellationToken)
    {
        // Whoever has lost the lease, or the address, saves nothing.
        Guid? me = owner;
        Guid? nobody = null;
        Instant? none = null;
        if (await db.Set<ProducerCalendar>()
            .Where(item => item.ProducerId == read.ProducerId && item.LeaseOwner == me && item.Key == read.Key)
            .ExecuteUpdateAsync(
                set => set.SetProperty(item => item.LeaseUntil, none).SetProperty(item => item.LeaseOwner, nobody),
                cancellationToken) == 0)
        {
            return;
        }

        var calendar = await db.Set<ProducerCalendar>()
            .SingleAsync(item => item.ProducerId == read.ProducerId, cancellationToken);
        var next = realClock.GetCurrentInstant() + Duration.FromMinutes(options.Value.ReadMinutes);
        if (fault is { } why)
        {
            calendar.Fail(why, now, next);
        }
        else
        {
            calendar.Succeed(now, next);
        }

        if (answer is not null)
        {
            calendar.Remember(answer.ETag, answer.LastModified, now);
        }

        if (times is not null)
        {
            await db.BeBusyAsync(cover, read.ProducerId, times, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
