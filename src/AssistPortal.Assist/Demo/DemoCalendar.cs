using NodaTime;
using static NodaTime.IsoDayOfWeek;

namespace AssistPortal.Assist.Demo;

/// <summary>Days on which producers of the demo data are away together.</summary>
internal static class DemoCalendar
{
    private static readonly DateTimeZone[] Zones =
    [
        .. new[] { "America/New_York", "Europe/Berlin", "Australia/Sydney", "Pacific/Auckland" }
            .Select(id => DateTimeZoneProviders.Tzdb[id]),
    ];

    /// <summary>A Friday soon after the lead time, on which the team is trained.</summary>
    public static LocalDate TrainingDay(LocalDate today) => Next(Friday, today.PlusDays(21));

    /// <summary>That weekend; nothing where clocks change in it: those hours are what people try.</summary>
    /// <param name="today">From where weekends are counted.</param>
    /// <param name="number">0 for the next one.</param>
    public static IEnumerable<DateInterval> Weekend(LocalDate today, int number)
    {
        var saturday = Next(Saturday, today).PlusWeeks(number);
        var days = new DateInterval(saturday, saturday.PlusDays(1));
        return Array.Exists(Zones, zone => ClocksChange(days, zone)) ? [] : [days];
    }

    /// <summary>Christmas, where it is one, and the first day of the year, as far ahead as orders are taken.</summary>
    public static IEnumerable<LocalDate> Holidays(LocalDate today, bool isChristmasOne)
    {
        for (var year = today.Year; year <= today.Year + 2; year++)
        {
            yield return new LocalDate(year, 1, 1);
            if (isChristmasOne)
            {
                yield return new LocalDate(year, 12, 25);
            }
        }
    }

    /// <summary>The first such day, that one included.</summary>
    public static LocalDate Next(IsoDayOfWeek day, LocalDate from) => from.PlusDays(-1).Next(day);

    private static bool ClocksChange(DateInterval days, DateTimeZone zone) =>
        zone.AtStartOfDay(days.Start).Offset != zone.AtStartOfDay(days.End.PlusDays(1)).Offset;
}
