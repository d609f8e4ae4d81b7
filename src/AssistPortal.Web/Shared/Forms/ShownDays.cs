using NodaTime;

namespace AssistPortal.Web.Shared.Forms;

/// <summary>The days that the schedule and lists by date can show.</summary>
internal static class ShownDays
{
    public static readonly DateInterval All = new(new LocalDate(2020, 1, 1), new LocalDate(2099, 12, 31));

    /// <summary>Whether it is one of <see cref="All"/>, or nothing.</summary>
    public static bool Take(string? typed) =>
        Tolerant.Code(typed).Length == 0 || Read(typed) is not null;

    /// <summary>The day, if it is one of <see cref="All"/>: a calendar's last day has none after it.</summary>
    public static LocalDate? Read(string? typed) =>
        Tolerant.Date(typed) is { } date && All.Contains(date) ? date : null;
}
