using AssistPortal.Assist.Scheduling;
using NodaTime;

namespace AssistPortal.Web.Features.Times;

/// <summary>The free-times picture: two weeks, day by day.</summary>
/// <param name="Action">Path that answers to a click and turns its pages.</param>
/// <param name="Days">Empty when something it needs is not known yet.</param>
/// <param name="Zone">In which the times are meant; null while none is chosen.</param>
/// <param name="Earlier">First day of the two weeks before, where they can be ordered.</param>
/// <param name="Later">First day of the two weeks after, where they can be ordered.</param>
/// <param name="DurationMinutes">Length of the event that would fit.</param>
/// <param name="Typed">The start as typed, which is kept where a day has it.</param>
public sealed record FreeTimesModel(
    string Action,
    IReadOnlyList<FreeDay> Days,
    DateTimeZone? Zone,
    LocalDate? Earlier,
    LocalDate? Later,
    int DurationMinutes,
    LocalTime? Typed);
