using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sessions;
using NodaTime;

namespace AssistPortal.Assist.Assignments;

/// <summary>Which part of the schedule somebody wants to see.</summary>
/// <param name="Time">From when until when.</param>
/// <param name="Name">Part of a producer's name; empty for everybody.</param>
/// <param name="PackageId">Only producers who are qualified for it; null for everybody.</param>
/// <param name="Page">Page of the producers, from 1; the last one where there are fewer.</param>
public sealed record BoardQuestion(Interval Time, string Name = "", int? PackageId = null, int Page = 1);

/// <summary>One page of the schedule.</summary>
/// <param name="Rows">A producer each.</param>
/// <param name="Producers">How many producers there are on all pages.</param>
/// <param name="Page">Number of this page, from 1.</param>
/// <param name="Pages">How many pages there are, at least 1.</param>
public sealed record BoardPage(IReadOnlyList<BoardRow> Rows, int Producers, int Page, int Pages);

/// <summary>A producer's time.</summary>
/// <param name="ProducerId">Key of the producer.</param>
/// <param name="Name">Name of the producer.</param>
/// <param name="TimeZone">IANA zone in which the working hours are meant.</param>
/// <param name="IsActive">False for a producer who no longer works here and has reservations left.</param>
/// <param name="Working">Working time without time off, in order and without gaps between adjoining hours.</param>
/// <param name="TimeOff">Time off, the same.</param>
/// <param name="Busy">What an outside calendar says is taken besides, the same.</param>
/// <param name="Reserved">Whole reservations that touch the time, in order; holds that have run out are none.</param>
public sealed record BoardRow(
    int ProducerId,
    string Name,
    string TimeZone,
    bool IsActive,
    IReadOnlyList<Interval> Working,
    IReadOnlyList<Interval> TimeOff,
    IReadOnlyList<Interval> Busy,
    IReadOnlyList<BoardReservation> Reserved);

/// <summary>A reserved stretch.</summary>
/// <param name="Time">All of it, with lead and trail.</param>
/// <param name="HoldUntil">When the hold runs out; null once an order has it.</param>
/// <param name="Order">The order; null for a hold.</param>
public sealed record BoardReservation(Interval Time, Instant? HoldUntil, BoardOrder? Order);

/// <summary>What the schedule says of an order.</summary>
/// <param name="Number">Its request number.</param>
/// <param name="Topic">Topic of the event.</param>
/// <param name="PackageId">The package.</param>
/// <param name="Event">Time of the event itself, or of the session.</param>
/// <param name="Session">Which session it is that takes the time; null for the event.</param>
public sealed record BoardOrder(
    RequestNumber Number, string Topic, int PackageId, Interval Event, BoardSession? Session);

/// <summary>A session that takes a producer's time.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Kind">What it is.</param>
public sealed record BoardSession(Guid Id, SessionKind Kind);
