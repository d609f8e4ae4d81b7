using System.Globalization;
using AssistPortal.Assist.Dashboard;
using AssistPortal.Web.Shared.Forms;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Dashboard;

/// <summary>Which unmet wishes are shown: those that some hours more would have met, or all.</summary>
public sealed class UnmetInput
{
    /// <summary>Day of the week, 1 for Monday.</summary>
    public string? Day { get; set; }

    public string? From { get; set; }

    public string? Hours { get; set; }

    /// <summary>The hours; null where none are meant.</summary>
    public WeekdayHours? Read() =>
        Tolerant.Number(Day) is >= 1 and <= 7 and var day
            && Tolerant.Time(From) is { } from
            && Tolerant.Number(Hours) is >= 1 and <= StaffingHint.MostHours and var count
            ? new WeekdayHours((IsoDayOfWeek)day, from, count)
            : null;

    public static string AddressOf(WeekdayHours hours) => string.Create(
        CultureInfo.InvariantCulture,
        $"~/staff/waiting?Day={(int)hours.Day}&From={FieldPatterns.Time.Format(hours.From)}&Hours={hours.Count}#unmet");
}
