namespace AssistPortal.Web.Features.Staff.Schedule;

/// <summary>Where something is drawn, as shares of the day's width.</summary>
public sealed record ScheduleBar(string X, string Width);
