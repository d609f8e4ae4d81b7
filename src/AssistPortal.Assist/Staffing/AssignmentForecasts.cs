using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using NodaTime;

namespace AssistPortal.Assist.Staffing;

/// <summary>Who would take over each of many orders. It takes a few queries, however many orders there are.</summary>
internal sealed class AssignmentForecasts(
    PortalDbContext db, Cached<Roster> roster, AssignedTimes times, IClock clock)
{
    private const int AtOnce = 250;

    /// <summary>
    /// The orders in turn: who takes over one counts as reserved for the next. Those that are left out have begun or
    /// ended, or have no reservation.
    /// </summary>
    /// <param name="orderIds">The orders.</param>
    /// <param name="producerId">The producer who is to have them; null for whoever is free.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<IReadOnlyDictionary<Guid, AssignmentForecast>> ReadAsync(
        IReadOnlyList<Guid> orderIds, int? producerId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var live = new Dictionary<Guid, AssignedTime>();
        foreach (var part in orderIds.Chunk(AtOnce))
        {
            foreach (var time in await times.OfOrdersAsync(part, cancellationToken))
            {
                if (time.Session is null && time.Order.PhaseAt(now) == OrderPhase.Coming)
                {
                    live[time.Order.Id] = time;
                }
            }
        }

        var board = await CandidateBoard.ReadAsync(
            db, await roster.GetAsync(cancellationToken), live.Values, now, cancellationToken);
        var forecasts = new Dictionary<Guid, AssignmentForecast>();
        foreach (var time in orderIds.Select(id => live.GetValueOrDefault(id)).OfType<AssignedTime>())
        {
            var wanted = board.For(time).FirstOrDefault(candidate => producerId is { } named
                ? candidate.ProducerId == named
                : candidate.State == CandidateState.Free);
            if (wanted?.State == CandidateState.Free)
            {
                board.Plan(wanted.ProducerId, time);
            }

            forecasts[time.Order.Id] = new AssignmentForecast(
                wanted?.State ?? (producerId is null ? null : CandidateState.NotWorking),
                wanted?.ProducerId,
                time.Order.LanguageAnswer == LanguageAnswer.Confirmed && wanted?.Speaks == false);
        }

        return forecasts;
    }
}

/// <summary>Who would take over an order.</summary>
/// <param name="State">Whether that one can; null where nobody is free.</param>
/// <param name="ProducerId">Who it is; null for nobody.</param>
/// <param name="AsksLanguageAgain">Whether that one does not speak what the customer was promised.</param>
internal sealed record AssignmentForecast(CandidateState? State, int? ProducerId, bool AsksLanguageAgain);
