namespace AssistPortal.Web.Features.Staff.Schedule;

/// <summary>Words of the schedule.</summary>
public sealed class ScheduleTexts;
