using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Paging;
using Microsoft.AspNetCore.Mvc.Rendering;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Schedule;

/// <summary>The schedule with its controls.</summary>
public sealed record SchedulePage
{
    public required ScheduleInput Input { get; init; }

    public required DateTimeZone Zone { get; init; }

    /// <summary>The day, or any day of the week, that is shown.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>Packages by which producers can be chosen, with their names.</summary>
    public required IReadOnlyList<SelectListItem> Packages { get; init; }

    /// <summary>Null where the input has errors.</summary>
    public ScheduleModel? Schedule { get; init; }

    public bool IsFiltered => Tolerant.Text(Input.Q).Length > 0 || Tolerant.Code(Input.Package).Length > 0;

    public LocalDate? Earlier => Step(-1);

    public LocalDate? Later => Step(1);

    /// <summary>Address of the same schedule with something else: another day, the other view, another page.</summary>
    /// <param name="date">Null shows today.</param>
    /// <param name="view">Null stays.</param>
    /// <param name="page">First page unless given.</param>
    /// <param name="unfiltered">Leaves the filter out.</param>
    public string AddressOf(LocalDate? date, string? view = null, int page = 1, bool unfiltered = false) =>
        ListAddress.Of(
            "/staff/schedule",
            ("view", view ?? (Input.IsWeek ? ScheduleInput.Week : ScheduleInput.Day)),
            ("date", date is { } day ? FieldPatterns.Date.Format(day) : null),
            ("zone", Zone.Id),
            ("q", unfiltered ? null : Tolerant.Text(Input.Q)),
            ("package", unfiltered ? null : Tolerant.Code(Input.Package)),
            ("page", page > 1 ? $"{page}" : null));

    private LocalDate? Step(int direction)
    {
        var date = Date.PlusDays(direction * (Input.IsWeek ? 7 : 1));
        return ShownDays.All.Contains(date) ? date : null;
    }
}
