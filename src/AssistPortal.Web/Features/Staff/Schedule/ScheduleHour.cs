using NodaTime;

namespace AssistPortal.Web.Features.Staff.Schedule;

/// <summary>An hour of the clock, or the part of it that there is.</summary>
public sealed record ScheduleHour(ZonedDateTime Start, int Quarters);
