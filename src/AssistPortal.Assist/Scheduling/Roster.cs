using System.Collections.Concurrent;
using System.Globalization;
using AssistPortal.Assist.Producers;
using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>
/// All producers with what decides when they could work: everything but their reservations. It is kept in memory and
/// shared.
/// </summary>
public sealed class Roster
{
    private readonly ILookup<int, QualifiedProducer> qualified;
    private readonly Dictionary<int, QualifiedProducer[]> active;
    private readonly ConcurrentDictionary<string, ProducerNames> names = new(StringComparer.Ordinal);

    private Roster(IEnumerable<RosterProducer> producers, ILookup<int, ProducerQualification> qualifications)
    {
        Producers = [.. producers];
        qualified = (
            from producer in Producers
            from qualification in qualifications[producer.Id]
            select (qualification.PackageId, Producer: new QualifiedProducer(
                producer, qualification.ValidFrom, qualification.ValidUntil)))
            .ToLookup(item => item.PackageId, item => item.Producer);
        active = qualified.ToDictionary(
            package => package.Key,
            package => package.Where(candidate => candidate.Producer.IsActive).ToArray());
    }

    /// <summary>All of them, those that are not active any more too, in the order of their keys.</summary>
    internal IReadOnlyList<RosterProducer> Producers { get; }

    /// <summary>The names of all producers, in the order of the current culture.</summary>
    public ProducerNames Names => names.GetOrAdd(
        CultureInfo.CurrentCulture.Name,
        _ => new ProducerNames([.. Producers.ByName().Select(producer => (producer.Id, producer.Name))]));

    /// <summary>Keys of the producers in whose names a word stands.</summary>
    /// <param name="word">Folded: see <see cref="FoldedText"/>.</param>
    internal IEnumerable<int> Named(string word) => Producers
        .Where(producer => producer.SearchText.Contains(word, StringComparison.Ordinal))
        .Select(producer => producer.Id);

    /// <summary>The producers who are, were or will be qualified for the package.</summary>
    internal IEnumerable<QualifiedProducer> QualifiedFor(int packageId) => qualified[packageId];

    /// <summary>Those of them who are active.</summary>
    internal IReadOnlyList<QualifiedProducer> ActiveFor(int packageId) => active.GetValueOrDefault(packageId) ?? [];

    /// <summary>
    /// Whether the producer is active, qualified for the package and at work for the whole time, reservations or not.
    /// </summary>
    internal bool CanWork(int producerId, int packageId, Interval time) =>
        qualified[packageId].Any(
            item => item.Id == producerId && item.Covers(QuarterRange.Touching(time.Start, time.End)));

    internal static async Task<Roster> ReadAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var producers = await db.Set<Producer>()
            .OrderBy(producer => producer.Id)
            .Select(producer => new { producer.Id, producer.Name, producer.TimeZone, producer.IsActive })
            .ToListAsync(cancellationToken);
        var languages = (await db.Set<ProducerLanguage>().AsNoTracking().ToListAsync(cancellationToken))
            .ToLookup(item => item.ProducerId, item => item.Language);
        var qualifications = (await db.Set<ProducerQualification>().AsNoTracking().ToListAsync(cancellationToken))
            .ToLookup(item => item.ProducerId);
        var hours = (await db.Set<WorkingHours>().AsNoTracking().ToListAsync(cancellationToken))
            .ToLookup(item => item.ProducerId, WeeklyHours.Of);
        var exceptions = (await db.Set<ExceptionalHours>().AsNoTracking().ToListAsync(cancellationToken))
            .ToLookup(item => item.ProducerId, DayHours.Of);
        var timeOff = (await db.Set<TimeOff>().AsNoTracking().ToListAsync(cancellationToken))
            .ToLookup(item => item.ProducerId, item => QuarterRange.Touching(item.Start, item.End));
        var busy = (await db.Set<BusyTime>().AsNoTracking().ToListAsync(cancellationToken))
            .ToLookup(item => item.ProducerId, item => QuarterRange.Touching(item.Start, item.End));
        return new Roster(
            producers.Select(producer => new RosterProducer(producer.Id, producer.TimeZone)
            {
                Name = producer.Name,
                IsActive = producer.IsActive,
                Languages = [.. languages[producer.Id]],
                Hours = [.. hours[producer.Id]],
                Exceptions = [.. exceptions[producer.Id]],
                TimeOff = [.. timeOff[producer.Id]],
                Busy = [.. busy[producer.Id]],
            }),
            qualifications);
    }
}

/// <summary>A producer as search and schedule see one.</summary>
/// <param name="Id">Key of the producer.</param>
/// <param name="TimeZone">IANA zone of the working hours.</param>
internal sealed record RosterProducer(int Id, string TimeZone)
{
    public string Name
    {
        get;
        init => (field, SearchText) = (value, FoldedText.Of(value));
    }
    = "";

    /// <summary>The name as it is searched.</summary>
    public string SearchText { get; private init; } = "";

    public bool IsActive { get; init; } = true;

    /// <summary>Culture names of the languages that the producer speaks.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public IReadOnlyList<WeeklyHours> Hours { get; init; } = [];

    public IReadOnlyList<DayHours> Exceptions { get; init; } = [];

    public IReadOnlyList<QuarterRange> TimeOff { get; init; } = [];

    /// <summary>What an outside calendar says is taken: time off of its own kind.</summary>
    public IReadOnlyList<QuarterRange> Busy { get; init; } = [];

    /// <summary>A producer with all parts, saved or about to be.</summary>
    public static RosterProducer Of(Producer producer) => new(producer.Id, producer.TimeZone)
    {
        Name = producer.Name,
        IsActive = producer.IsActive,
        Languages = [.. producer.Languages.Select(item => item.Language)],
        Hours = [.. producer.Hours.Select(WeeklyHours.Of)],
        Exceptions = [.. producer.ExceptionalHours.Select(DayHours.Of)],
        TimeOff = [.. producer.TimeOff.Select(item => QuarterRange.Touching(item.Start, item.End))],
        Busy = [.. producer.BusyTimes.Select(item => QuarterRange.Touching(item.Start, item.End))],
    };

    /// <summary>Whether another one works at the same times.</summary>
    public bool WorksAs(RosterProducer other) => TimeZone == other.TimeZone
        && Hours.SequenceEqual(other.Hours)
        && Exceptions.SequenceEqual(other.Exceptions)
        && TimeOff.SequenceEqual(other.TimeOff)
        && Busy.SequenceEqual(other.Busy);

    /// <summary>
    /// Adds when the producer works, reservations or not: the hours of each day without the time off of both
    /// kinds.
    /// </summary>
    /// <param name="set">Empty before.</param>
    /// <param name="clock">The clock of the producer's zone over the set's range.</param>
    public void AddWorkingTime(QuarterHourSet set, WallClock clock)
    {
        WorkingTime.AddTo(set, Hours, Exceptions, clock);
        foreach (var off in TimeOff.Concat(Busy))
        {
            set.Remove(off);
        }
    }
}

/// <summary>A producer who may be chosen for a package.</summary>
/// <param name="Producer">The producer.</param>
/// <param name="ValidFrom">First local day on which the qualification holds, where it has one.</param>
/// <param name="ValidUntil">Last local day on which the qualification holds, where it has one.</param>
internal sealed record QualifiedProducer(
    RosterProducer Producer, LocalDate? ValidFrom = null, LocalDate? ValidUntil = null)
{
    public int Id => Producer.Id;

    /// <summary>Whether the qualification holds for the whole time.</summary>
    public bool IsQualifiedFor(QuarterRange time)
    {
        var set = new QuarterHourSet(time);
        set.Add(time);
        WorkingTime.KeepDays(
            set, ValidFrom, ValidUntil, new WallClock(DateTimeZoneProviders.Tzdb[Producer.TimeZone], time));
        return set.ContainsAll(time);
    }

    /// <summary>
    /// Whether the producer is active, qualified and at work for the whole time, reservations or not.
    /// </summary>
    public bool Covers(QuarterRange time)
    {
        if (!Producer.IsActive || !IsQualifiedFor(time))
        {
            return false;
        }

        var set = new QuarterHourSet(time);
        Producer.AddWorkingTime(set, new WallClock(DateTimeZoneProviders.Tzdb[Producer.TimeZone], time));
        return set.ContainsAll(time);
    }
}
