using AssistPortal.Web.Shared.Forms;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Producers;

/// <summary>The hours of a day of the week, as typed.</summary>
/// <param name="Day">The day; none for rows whose day can't be read.</param>
/// <param name="Rows">Its stretches of work, and an empty one.</param>
public sealed record HoursDay(IsoDayOfWeek Day, IReadOnlyList<HoursRow> Rows);

/// <summary>A stretch of work on a day of the week, as typed.</summary>
/// <param name="Index">Its number in the form.</param>
/// <param name="Day">Number of the weekday.</param>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends.</param>
public sealed record HoursRow(int Index, string? Day, string? From, string? Until)
{
    public bool IsEmpty => Tolerant.Code(From).Length == 0 && Tolerant.Code(Until).Length == 0;
}
