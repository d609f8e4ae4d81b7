using AssistPortal.Assist.Assignments;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Schedule;

/// <summary>Producers and their time, ready to be drawn and read.</summary>
/// <param name="Days">One day, or Monday to Sunday.</param>
/// <param name="Rows">A producer each.</param>
/// <param name="Now">The moment of the page.</param>
/// <param name="Producers">How many producers there are on all pages.</param>
/// <param name="Page">Number of this page of producers.</param>
/// <param name="Pages">How many there are.</param>
public sealed record ScheduleModel(
    IReadOnlyList<ScheduleDay> Days,
    IReadOnlyList<ScheduleRowModel> Rows,
    Instant Now,
    int Producers,
    int Page,
    int Pages)
{
    public int First => Rows.Count == 0 ? 0 : ((Page - 1) * ScheduleBoard.PageSize) + 1;

    public int Last => Math.Max(0, First + Rows.Count - 1);
}
