namespace AssistPortal.Web.Features.Staff.Schedule;

/// <summary>Working time, time off, or what a calendar says is taken of a day.</summary>
/// <param name="Bars">Where it is drawn.</param>
/// <param name="Words">From when until when, one each.</param>
/// <param name="IsWholeDay">Whether it lasts from midnight to midnight.</param>
public sealed record ScheduleStretches(IReadOnlyList<ScheduleBar> Bars, IReadOnlyList<string> Words, bool IsWholeDay)
{
    public bool IsNone => Bars.Count == 0;
}
