using AssistPortal.Assist.Scheduling;
using NodaTime;

namespace AssistPortal.Web.Features.Times;

/// <summary>What a free-times picture shows.</summary>
/// <param name="Action">Path that answers to a click and turns its pages.</param>
/// <param name="PackageId">The package; null while it is not known.</param>
/// <param name="Zone">In which the times are meant; null while it is not known.</param>
/// <param name="DurationMinutes">Length of the event, a multiple of 15.</param>
/// <param name="Bookable">When events may start; null while the zone is not known.</param>
/// <param name="Own">What counts as free although it is reserved.</param>
public sealed record FreeTimesFrame(
    string Action, int? PackageId, DateTimeZone? Zone, int DurationMinutes, Interval? Bookable, OwnReservations Own);
