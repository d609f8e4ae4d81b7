namespace AssistPortal.Web.Features.Staff.Schedule;

/// <summary>A producer's day.</summary>
public sealed record ScheduleCell(
    ScheduleDay Day,
    ScheduleStretches Working,
    ScheduleStretches TimeOff,
    ScheduleStretches Busy,
    IReadOnlyList<ScheduleItem> Items);
