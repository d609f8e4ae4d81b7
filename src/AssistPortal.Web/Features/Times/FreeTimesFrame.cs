using AssistPortal.Assist.Scheduling;
using NodaTime;

namespace AssistPortal.Web.Features.Times;

/// <summary>What a month strip shows.</summary>
/// <param name="Address">Where scripts ask for the strip, as seen from the page; null where it is only read.</param>
/// <param name="Zone">In which the times are meant; null while it is not known.</param>
/// <param name="DurationMinutes">Length of what would fit, a multiple of 15.</param>
/// <param name="Bookable">When it may start; null while that is not known.</param>
/// <param name="Search">Finds the free starts of some days, by the first of them and how many there are.</param>
public sealed record FreeTimesFrame(
    string? Address,
    DateTimeZone? Zone,
    int DurationMinutes,
    Interval? Bookable,
    Func<LocalDate, int, CancellationToken, Task<FreeTimes>> Search)
{
    /// <inheritdoc cref="FreeTimesModel.Line" />
    public int? Line { get; init; }
}
