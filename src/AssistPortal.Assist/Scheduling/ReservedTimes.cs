using System.Runtime.InteropServices;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>
/// What is reserved, by producer, as it was at one moment. It is shared by all requests and never changes.
/// </summary>
internal sealed class ReservedTimes
{
    private readonly Dictionary<int, ProducerTimes> producers;

    private ReservedTimes(Dictionary<int, ProducerTimes> producers, long from) =>
        (this.producers, From) = (producers, from);

    /// <summary>The first quarter-hour that is covered: what ended before it is not kept.</summary>
    public long From { get; }

    public static ReservedTimes Of(
        IEnumerable<(int ProducerId, ReservedTime Time)> times,
        IReadOnlyDictionary<int, Instant> lastAssigned,
        long from)
    {
        var lists = new Dictionary<int, List<ReservedTime>>();
        foreach (var (producerId, time) in times)
        {
            (CollectionsMarshal.GetValueRefOrAddDefault(lists, producerId, out _) ??= []).Add(time);
        }

        return new ReservedTimes(
            lists.Keys.Union(lastAssigned.Keys).ToDictionary(id => id, id => ProducerTimes.Of(
                lists.GetValueOrDefault(id) ?? [],
                lastAssigned.TryGetValue(id, out var last) ? last : null)),
            from);
    }

    /// <summary>The same with some changes.</summary>
    /// <param name="changes">Each with the producer who had the time before, and what it is now.</param>
    public ReservedTimes With(IEnumerable<(int? Before, ReservationNews Now)> changes)
    {
        var changed = new Dictionary<int, ProducerTimes>(producers);
        foreach (var (before, now) in changes)
        {
            if (before is { } former)
            {
                changed[former] = changed[former].Without(now.ReservationId);
            }

            if (now.Time is { } time)
            {
                changed[now.ProducerId] = (changed.GetValueOrDefault(now.ProducerId) ?? ProducerTimes.None)
                    .With(time, now.LastAssigned);
            }
        }

        return new ReservedTimes(changed, From);
    }

    /// <summary>Takes a producer's reserved time out of a set.</summary>
    public void RemoveFrom(QuarterHourSet free, int producerId, in ReservedView view)
    {
        foreach (var time in TouchedBy(free.Range, producerId))
        {
            if (time.To > free.Range.From && time.Counts(view))
            {
                free.Remove(new QuarterRange(time.From, time.To));
            }
        }
    }

    /// <summary>What the fair choice asks of free producers: see <see cref="FairChoice.Order"/>.</summary>
    public (IReadOnlyDictionary<int, int> Load, IReadOnlyDictionary<int, Instant> LastAssigned) Fairness(
        IReadOnlyCollection<RosterProducer> free, QuarterRange week, in ReservedView view)
    {
        var load = new Dictionary<int, int>(free.Count);
        var lastAssigned = new Dictionary<int, Instant>(free.Count);
        foreach (var producer in free)
        {
            load.Add(producer.Id, Load(week, producer.Id, view));
            if (producers.GetValueOrDefault(producer.Id)?.LastAssigned is { } last)
            {
                lastAssigned.Add(producer.Id, last);
            }
        }

        return (load, lastAssigned);
    }

    private int Load(QuarterRange range, int producerId, in ReservedView view)
    {
        var quarters = 0;
        foreach (var time in TouchedBy(range, producerId))
        {
            if (time.Counts(view))
            {
                quarters += new QuarterRange(time.From, time.To).Intersect(range).Length;
            }
        }

        return quarters;
    }

    private ReadOnlySpan<ReservedTime> TouchedBy(QuarterRange range, int producerId) =>
        producers.TryGetValue(producerId, out var found) ? found.TouchedBy(range) : [];
}

/// <summary>One producer's reserved times, in order of their starts.</summary>
internal sealed class ProducerTimes
{
    public static readonly ProducerTimes None = new([], lastAssigned: null);

    private static readonly int LongestQuarters = (int)Reservation.Longest.TotalMinutes / QuarterHours.Minutes;

    private readonly ReservedTime[] times;

    private ProducerTimes(ReservedTime[] times, Instant? lastAssigned) =>
        (this.times, LastAssigned) = (times, lastAssigned);

    public Instant? LastAssigned { get; }

    public static ProducerTimes Of(List<ReservedTime> times, Instant? lastAssigned)
    {
        times.Sort((one, other) => one.From.CompareTo(other.From));
        return new ProducerTimes([.. times], lastAssigned);
    }

    public ProducerTimes Without(Guid reservationId) =>
        new(Array.FindAll(times, time => time.Id != reservationId), LastAssigned);

    public ProducerTimes With(ReservedTime time, Instant? lastAssigned)
    {
        var at = FirstFrom(time.From);
        return new ProducerTimes([.. times.AsSpan(0, at), time, .. times.AsSpan(at)], lastAssigned ?? LastAssigned);
    }

    /// <summary>Those that could touch the range: some may end before it.</summary>
    public ReadOnlySpan<ReservedTime> TouchedBy(QuarterRange range)
    {
        var first = FirstFrom(range.From - LongestQuarters);
        return times.AsSpan(first, FirstFrom(range.To, first) - first);
    }

    private int FirstFrom(long quarter, int least = 0)
    {
        var (low, high) = (least, times.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = times[middle].From < quarter ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>A reservation as the search sees it.</summary>
/// <param name="Id">The reservation.</param>
/// <param name="Owner">The draft, order or session that has it.</param>
/// <param name="Until">When the hold runs out, in ticks from 1970-01-01 in UTC; <see cref="ForGood"/> for none.</param>
/// <param name="From">The first quarter-hour.</param>
/// <param name="To">The end, exclusive.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ReservedTime(Guid Id, Guid Owner, long Until, int From, int To)
{
    public const long ForGood = long.MaxValue;

    /// <summary>As <see cref="SchedulingQueries.Reserved"/> has it.</summary>
    public bool Counts(in ReservedView view) => Until == ForGood
        ? Owner != view.OwnOrder && Owner != view.OwnSession
        : Until > view.Now && Owner != view.OwnDraft;
}

/// <summary>A <see cref="ReservationView"/>, ready to be compared.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ReservedView(long Now, Guid? OwnDraft, Guid? OwnOrder, Guid? OwnSession)
{
    public static ReservedView Of(ReservationView view) =>
        new(view.Now.ToUnixTimeTicks(), view.OwnDraft, view.OwnOrder, view.OwnSession);
}
