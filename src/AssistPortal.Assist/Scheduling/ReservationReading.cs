using System.Data.Common;
using System.Runtime.InteropServices;
using AssistPortal.Data.Revisions;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>The changes of reservations that one request has read.</summary>
internal sealed class ReservationReading(ReservationCalendar calendar, long since, int generation)
    : ChangeReading(since)
{
    public int Generation => generation;

    public List<ReservationNews> News { get; } = [];

    /// <summary>What is reserved with these changes; null where that is not known.</summary>
    public ReservedTimes? Times { get; private set; }

    protected override void Add(DbDataReader row, int first)
    {
        var id = row.GetGuid(first + 1);
        News.Add(row.IsDBNull(first + 2)
            ? new ReservationNews(row.GetInt64(first), id, 0, Time: null, LastAssigned: null)
            : new ReservationNews(
                row.GetInt64(first),
                id,
                row.GetInt32(first + 2),
                new ReservedTime(
                    id,
                    row.IsDBNull(first + 6) ? default : row.GetGuid(first + 6),
                    InstantOf(row, first + 5)?.ToUnixTimeTicks() ?? ReservedTime.ForGood,
                    row.GetInt32(first + 3),
                    row.GetInt32(first + 4)),
                InstantOf(row, first + 7)));
    }

    protected override void End() => Times = calendar.Apply(this);

    private static Instant? InstantOf(DbDataReader row, int column) => row.IsDBNull(column)
        ? null
        : Instant.FromDateTimeUtc(DateTime.SpecifyKind(row.GetDateTime(column), DateTimeKind.Utc));
}

/// <summary>A change of a reservation, with what the reservation is now.</summary>
/// <param name="Number">The change's number.</param>
/// <param name="ReservationId">The reservation.</param>
/// <param name="ProducerId">Whose time it is.</param>
/// <param name="Time">The time; null where the reservation has gone.</param>
/// <param name="LastAssigned">When that producer last got an order; null for never.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ReservationNews(
    long Number, Guid ReservationId, int ProducerId, ReservedTime? Time, Instant? LastAssigned);
