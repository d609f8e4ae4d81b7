using NodaTime;

namespace AssistPortal.Web.Features.Staff.Dashboard;

/// <param name="Day">Day of the week.</param>
/// <param name="Hour">The hour in which the events were to begin.</param>
/// <param name="Count">How many wishes.</param>
public sealed record WishedTime(IsoDayOfWeek Day, int Hour, int Count);
