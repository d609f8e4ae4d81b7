using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Sessions;
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
    public string AddressOf(LocalDate? date, string? view = null, int page = 1, bool unfiltered = false) => ListAddress.Of(
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

/// <summary>Producers and their time, ready to be drawn and read.</summary>
/// <param name="Days">One day, or Monday to Sunday.</param>
/// <param name="Rows">A producer each.</param>
/// <param name="Now">The moment of the page.</param>
/// <param name="Producers">How many producers there are on all pages.</param>
/// <param name="Page">Number of this page of producers.</param>
/// <param name="Pages">How many there are.</param>
public sealed record ScheduleModel(
    IReadOnlyList<ScheduleDay> Days, IReadOnlyList<ScheduleRowModel> Rows, Instant Now, int Producers, int Page, int Pages)
{
    public int First => Rows.Count == 0 ? 0 : ((Page - 1) * ScheduleBoard.PageSize) + 1;

    public int Last => Math.Max(0, First + Rows.Count - 1);
}

/// <summary>A producer.</summary>
public sealed record ScheduleRowModel(int ProducerId, string Name, string TimeZone, bool IsActive, IReadOnlyList<ScheduleCell> Cells);

/// <summary>A producer's day.</summary>
public sealed record ScheduleCell(
    ScheduleDay Day,
    ScheduleStretches Working,
    ScheduleStretches TimeOff,
    IReadOnlyList<ScheduleItem> Items);

/// <summary>Working time or time off of a day.</summary>
/// <param name="Bars">Where it is drawn.</param>
/// <param name="Words">From when until when, one each.</param>
/// <param name="IsWholeDay">Whether it lasts from midnight to midnight.</param>
public sealed record ScheduleStretches(IReadOnlyList<ScheduleBar> Bars, IReadOnlyList<string> Words, bool IsWholeDay)
{
    public bool IsNone => Bars.Count == 0;
}

/// <summary>A reservation on a day.</summary>
public sealed record ScheduleItem
{
    /// <summary>All that is reserved, with lead and trail.</summary>
    public required ScheduleBar Bar { get; init; }

    /// <summary>The event itself, where there is an order and it takes place that day.</summary>
    public ScheduleBar? EventBar { get; init; }

    /// <summary>The event's time of an order; the reserved time of a hold.</summary>
    public required string Words { get; init; }

    /// <summary>The reserved time.</summary>
    public required string ReservedWords { get; init; }

    /// <summary>Until when it is held; null for an order.</summary>
    public string? HeldUntil { get; init; }

    public string? Topic { get; init; }

    /// <summary>Which session of the order it is; null for the event itself.</summary>
    public SessionKind? Session { get; init; }

    public string? PackageName { get; init; }

    public string? Number { get; init; }
}
