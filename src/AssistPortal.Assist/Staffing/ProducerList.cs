using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Staffing;

/// <summary>Producers as coordinators look through them.</summary>
public sealed class ProducerList(PortalDbContext db, Cached<Roster> roster, IClock clock)
{
    public const int PageSize = 50;

    /// <summary>One page, in the order of the names.</summary>
    /// <param name="wanted">Which ones.</param>
    /// <param name="week">For which the reserved time is told.</param>
    /// <param name="cancellationToken">Nobody looks any longer.</param>
    public async Task<ProducerListPage> ReadAsync(
        ProducerQuestion wanted, Interval week, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var all = Wanted(await roster.GetAsync(cancellationToken), wanted);
        var pages = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(wanted.Page, 1, pages);
        List<RosterProducer> shown = [.. all.Skip((page - 1) * PageSize).Take(PageSize)];
        var ids = shown.Select(producer => producer.Id).ToList();
        var today = now.InUtc().Date;
        var packages = (await db.Set<ProducerQualification>().AsNoTracking()
            .Where(item => ids.Contains(item.ProducerId) && (item.ValidUntil == null || item.ValidUntil >= today))
            .OrderBy(item => item.PackageId)
            .ToListAsync(cancellationToken)).ToLookup(item => item.ProducerId, item => item.PackageId);
        var load = await db.LoadAsync(
            QuarterRange.Touching(week.Start, week.End), new ReservationView(now, OwnDraft: null), cancellationToken);
        var quarter = (int)QuarterHours.IndexOf(now);
        var next = await db.Set<Reservation>()
            .Where(item => ids.Contains(item.ProducerId) && item.HoldUntil == null && item.StartQuarter >= quarter)
            .GroupBy(item => item.ProducerId)
            .Select(group => new { ProducerId = group.Key, Quarter = group.Min(item => item.StartQuarter) })
            .ToDictionaryAsync(item => item.ProducerId, item => item.Quarter, cancellationToken);
        return new ProducerListPage(
            [.. shown.Select(producer => new ProducerListRow(
                producer.Id,
                producer.Name,
                producer.TimeZone,
                producer.IsActive,
                producer.Languages,
                [.. packages[producer.Id]],
                next.TryGetValue(producer.Id, out var start) ? QuarterHours.At(start) : null,
                load.GetValueOrDefault(producer.Id) * QuarterHours.Minutes))],
            all.Count,
            page,
            pages);
    }

    private static List<RosterProducer> Wanted(Roster known, ProducerQuestion wanted)
    {
        var qualified = wanted.PackageId is { } packageId
            ? known.QualifiedFor(packageId).Select(item => item.Id).ToHashSet()
            : null;
        return [.. known.Producers
            .Where(producer => wanted.IsActive is null || producer.IsActive == wanted.IsActive)
            .Where(producer => qualified?.Contains(producer.Id) != false)
            .WithName(wanted.Name)
            .ByName()];
    }
}

/// <summary>Which producers somebody wants to see.</summary>
/// <param name="Name">Part of the name; empty for everybody.</param>
/// <param name="PackageId">Only who is, was or will be qualified for it; null for everybody.</param>
/// <param name="IsActive">Only who is active, or is not; null for both.</param>
/// <param name="Page">From 1; the last one where there are fewer.</param>
public sealed record ProducerQuestion(string Name, int? PackageId, bool? IsActive, int Page);

/// <param name="Rows">A producer each.</param>
/// <param name="Count">How many there are on all pages.</param>
/// <param name="Page">Number of this page, from 1.</param>
/// <param name="Pages">How many pages there are, at least 1.</param>
public sealed record ProducerListPage(IReadOnlyList<ProducerListRow> Rows, int Count, int Page, int Pages);

/// <param name="Id">Key of the producer.</param>
/// <param name="Name">Name of the producer.</param>
/// <param name="TimeZone">IANA zone of the hours.</param>
/// <param name="IsActive">False for somebody who no longer works here.</param>
/// <param name="Languages">Culture names.</param>
/// <param name="Packages">Keys of the packages.</param>
/// <param name="Next">Start of the next reserved time; null where there is none.</param>
/// <param name="ReservedMinutes">Reserved in the week, holds included.</param>
public sealed record ProducerListRow(
    int Id,
    string Name,
    string TimeZone,
    bool IsActive,
    IReadOnlyList<string> Languages,
    IReadOnlyList<int> Packages,
    Instant? Next,
    int ReservedMinutes);
