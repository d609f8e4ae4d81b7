namespace AssistPortal.Web.Features.Staff.Schedule;

/// <summary>A producer.</summary>
public sealed record ScheduleRowModel(
    int ProducerId, string Name, string TimeZone, bool IsActive, IReadOnlyList<ScheduleCell> Cells);
