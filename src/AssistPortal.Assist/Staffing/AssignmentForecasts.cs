using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using NodaTime;

namespace AssistPortal.Assist.Staffing;

/// <summary>Who would take over each of many orders. It takes a few queries, however many orders there are.</summary>
internal sealed class AssignmentForecasts(
    PortalDbContext db, Cached<Roster> roster, AssignedTimes times, AssignmentAnswers answers, IClock clock)
{
    private const int AtOnce = 250;

    /// <summary>
    /// The orders in turn: who takes over one counts as reserved for the next, and who gives one up as free. Sessions
    /// go along where the new producer can take them. Those that are left out have begun or ended, or have no
    /// reservation. Whoever has declined one at its time has to be named to get it again.
    /// </summary>
    /// <param name="orderIds">The orders.</param>
    /// <param name="producerId">The producer who is to have them; null for whoever is free.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<IReadOnlyDictionary<Guid, AssignmentForecast>> ReadAsync(
        IReadOnlyList<Guid> orderIds, int? producerId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var live = new Dictionary<Guid, AssignedTime>();
        var coming = new List<AssignedTime>();
        foreach (var part in orderIds.Chunk(AtOnce))
        {
            foreach (var time in await times.OfOrdersAsync(part, cancellationToken))
            {
                if (time.Session is null && time.Order.PhaseAt(now) == OrderPhase.Coming)
                {
                    live[time.Order.Id] = time;
                }
                else if (time.Session?.CanChangeAt(now) == true)
                {
                    coming.Add(time);
                }
            }
        }

        var held = coming
            .Where(time => live.GetValueOrDefault(time.Order.Id)?.ProducerId == time.ProducerId)
            .ToLookup(time => time.Order.Id);
        var board = await CandidateBoard.ReadAsync(
            db,
            await roster.GetAsync(cancellationToken),
            [.. live.Values, .. held.SelectMany(group => group)],
            now,
            cancellationToken);
        var refusing = await answers.RefusingAsync(live.Values, cancellationToken);
        var forecasts = new Dictionary<Guid, AssignmentForecast>();
        foreach (var time in orderIds.Select(id => live.GetValueOrDefault(id)).OfType<AssignedTime>())
        {
            var wanted = board.For(time).FirstOrDefault(candidate => producerId is { } named
                ? candidate.ProducerId == named
                : candidate.State == CandidateState.Free && !refusing[time.Key].Contains(candidate.ProducerId));
            var staying = wanted?.State == CandidateState.Free
                ? Give(board, wanted.ProducerId, time, [.. held[time.Order.Id]])
                : [];
            forecasts[time.Order.Id] = new AssignmentForecast(
                wanted?.State ?? (producerId is null ? null : CandidateState.NotWorking),
                wanted?.ProducerId,
                time.Order.LanguageAnswer == LanguageAnswer.Confirmed && wanted?.Speaks == false)
            {
                Staying = staying,
            };
        }

        return forecasts;
    }

    /// <summary>The order goes over, and of its sessions what can.</summary>
    /// <returns>Keys of those that stay.</returns>
    private static IReadOnlyList<Guid> Give(
        CandidateBoard board, int producerId, AssignedTime live, IReadOnlyList<AssignedTime> sessions)
    {
        List<AssignedTime> given = [live];
        List<Guid> staying = [];
        board.Plan(producerId, live);
        foreach (var session in sessions)
        {
            if (board.For(session).Any(item => item.ProducerId == producerId && item.State == CandidateState.Free))
            {
                board.Plan(producerId, session);
                given.Add(session);
            }
            else
            {
                staying.Add(session.Session!.Id);
            }
        }

        given.ForEach(board.Release);
        return staying;
    }
}

/// <summary>Who would take over an order.</summary>
/// <param name="State">Whether that one can; null where nobody is free.</param>
/// <param name="ProducerId">Who it is; null for nobody.</param>
/// <param name="AsksLanguageAgain">Whether that one does not speak what the customer was promised.</param>
internal sealed record AssignmentForecast(CandidateState? State, int? ProducerId, bool AsksLanguageAgain)
{
    /// <summary>Keys of the coming sessions that stay with the former producer.</summary>
    public IReadOnlyList<Guid> Staying { get; init; } = [];
}
