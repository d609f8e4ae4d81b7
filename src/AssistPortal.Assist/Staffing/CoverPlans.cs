using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using NodaTime;

namespace AssistPortal.Assist.Staffing;

/// <summary>Who could take over from a producer who falls ill.</summary>
public sealed class CoverPlans(
    PortalDbContext db, Cached<Roster> roster, AssignedTimes times, AssignmentAnswers answers, IClock clock)
{
    /// <summary>
    /// The producer's live events and sessions in a time, each with a suggestion. What is suggested or chosen for one
    /// counts as reserved for the next, so that the work is shared out fairly. Times of one producer never overlap, so
    /// nobody is suggested twice for one time. Whoever has declined one at its time can be chosen, and is not
    /// suggested.
    /// </summary>
    /// <param name="producerId">The producer.</param>
    /// <param name="time">When the producer is away.</param>
    /// <param name="chosen">
    /// What somebody has chosen already, null for to be left; it is kept where it still can be.
    /// </param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<IReadOnlyList<CoverItem>> FindAsync(
        int producerId,
        Interval time,
        IReadOnlyDictionary<AssignedKey, int?> chosen,
        CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        List<AssignedTime> affected =
            [.. (await times.OfProducerAsync(producerId, time, cancellationToken)).Where(
                item => item.Order.State == OrderState.Placed && item.Reserved.End > now)];
        var board = await CandidateBoard.ReadAsync(
            db, await roster.GetAsync(cancellationToken), affected, now, cancellationToken);
        var refusing = await answers.RefusingAsync(affected, cancellationToken);
        var items = new List<CoverItem>();
        foreach (var item in affected)
        {
            if (item.Order.PhaseAt(now) != OrderPhase.Coming || item.Time.Start <= now)
            {
                items.Add(new CoverItem(item, [], SuggestedId: null, HasBegun: true));
                continue;
            }

            var candidates = board.For(item);
            var free = candidates
                .Where(candidate => candidate.State == CandidateState.Free)
                .Select(candidate => (int?)candidate.ProducerId)
                .ToList();
            var isChosen = chosen.TryGetValue(item.Key, out var choice) && (choice is null || free.Contains(choice));
            var suggested = isChosen
                ? choice
                : free.Find(id => !refusing[item.Key].Contains(id!.Value));
            if (suggested is { } substitute)
            {
                board.Plan(substitute, item);
            }

            items.Add(new CoverItem(item, candidates, suggested, HasBegun: false));
        }

        return items;
    }
}

/// <summary>A live event or session that needs somebody else.</summary>
/// <param name="Time">What it is.</param>
/// <param name="Candidates">Everybody, with whether they can.</param>
/// <param name="SuggestedId">Who shall take over; null where nobody can or it is to be left.</param>
/// <param name="HasBegun">Whether it is too late for another producer.</param>
public sealed record CoverItem(
    AssignedTime Time, IReadOnlyList<ProducerCandidate> Candidates, int? SuggestedId, bool HasBegun);
