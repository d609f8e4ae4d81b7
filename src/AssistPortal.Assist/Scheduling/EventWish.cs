using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>The event for which a producer is sought: the time of the event itself, without lead and trail.</summary>
/// <param name="PackageId">The package, which says who is qualified and how much lead and trail there is.</param>
/// <param name="Start">Start of the event, on the grid of quarter-hours.</param>
/// <param name="DurationMinutes">Length of the event in minutes, a multiple of 15.</param>
/// <param name="TimeZone">IANA zone of the event; its week, Monday to Sunday, counts for the fair choice.</param>
/// <param name="Language">Culture name of the language in which to assist.</param>
public sealed record EventWish(
    int PackageId, Instant Start, int DurationMinutes, string TimeZone, string Language = "en");
