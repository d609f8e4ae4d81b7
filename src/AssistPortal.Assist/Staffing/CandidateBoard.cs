using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.Assist.Staffing;

/// <summary>
/// Who could take over some reserved times. What is reserved around them is read once; what has been planned since
/// counts as reserved too.
/// </summary>
internal sealed class CandidateBoard
{
    private readonly Roster roster;
    private readonly Instant now;
    private readonly Dictionary<int, List<QuarterRange>> reserved;
    private readonly Dictionary<int, Instant> lastAssigned;

    private CandidateBoard(
        Roster roster,
        Instant now,
        Dictionary<int, List<QuarterRange>> reserved,
        Dictionary<int, Instant> lastAssigned) =>
        (this.roster, this.now, this.reserved, this.lastAssigned) = (roster, now, reserved, lastAssigned);

    public static async Task<CandidateBoard> ReadAsync(
        PortalDbContext db,
        Roster roster,
        IReadOnlyCollection<AssignedTime> times,
        Instant now,
        CancellationToken cancellationToken)
    {
        var view = new ReservationView(now, OwnDraft: null);
        var taken = times.Count == 0
            ? []
            : (await db.ReservedTimesAsync(
                times.Select(time => WeekOf(time).Hull(time.Quarters)).Aggregate((one, other) => one.Hull(other)),
                view,
                cancellationToken))
                .ToDictionary(item => item.Key, item => item.ToList());
        return new CandidateBoard(roster, now, taken, new(await db.LastAssignedAsync(cancellationToken)));
    }

    /// <summary>
    /// Whoever has the time now and everybody who is active, those who are free first, each state in the order of
    /// fairness. For a session the producer of the order comes before all others who are free.
    /// </summary>
    public IReadOnlyList<ProducerCandidate> For(AssignedTime time)
    {
        var week = WeekOf(time);
        var producers = roster.Producers.Where(item => item.IsActive || item.Id == time.ProducerId)
            .ToDictionary(item => item.Id);
        var load = producers.Keys.ToDictionary(id => id, id => Reserved(id).Sum(item => item.Intersect(week).Length));
        return
        [
            .. FairChoice.Order(producers.Values, time.Order.Event.Language, load, lastAssigned)
                .Select(id => new ProducerCandidate(
                    id,
                    producers[id].Name,
                    StateOf(producers[id], time),
                    producers[id].Languages.Contains(time.Order.Event.Language),
                    load[id] * QuarterHours.Minutes))
                .OrderBy(candidate => candidate.State)
                .ThenByDescending(
                    candidate => time.Session is not null && candidate.ProducerId == time.Order.ProducerId),
        ];
    }

    /// <summary>From now on the producer counts as reserved at that time.</summary>
    public void Plan(int producerId, AssignedTime time)
    {
        if (!reserved.TryGetValue(producerId, out var times))
        {
            reserved.Add(producerId, times = []);
        }

        times.Add(time.Quarters);
        lastAssigned[producerId] = now;
    }

    /// <summary>From now on whoever has that time counts as free then.</summary>
    public void Release(AssignedTime time) => reserved.GetValueOrDefault(time.ProducerId)?.Remove(time.Quarters);

    private static QuarterRange WeekOf(AssignedTime time) =>
        FairChoice.WeekOf(time.Time.Start, DateTimeZoneProviders.Tzdb[time.Time.TimeZone]);

    private List<QuarterRange> Reserved(int producerId) => reserved.GetValueOrDefault(producerId) ?? [];

    private CandidateState StateOf(RosterProducer producer, AssignedTime time)
    {
        if (producer.Id == time.ProducerId)
        {
            return CandidateState.IsNow;
        }

        var qualified = roster.QualifiedFor(time.Order.PackageId).FirstOrDefault(item => item.Id == producer.Id);
        if (qualified?.IsQualifiedFor(time.Quarters) != true)
        {
            return CandidateState.NotQualified;
        }

        if (!qualified.Covers(time.Quarters))
        {
            return CandidateState.NotWorking;
        }

        return Reserved(producer.Id).Exists(item => !item.Intersect(time.Quarters).IsEmpty)
            ? CandidateState.Taken
            : CandidateState.Free;
    }
}
