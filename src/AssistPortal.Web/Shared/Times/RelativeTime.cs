using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Shared.Times;

/// <summary>
/// How far a moment is away, in words: 5 minutes ago, in 2 hours; from a day on in days of the calendar.
/// </summary>
public sealed class RelativeTime(IStringLocalizer<SharedTexts> texts)
{
    /// <summary>What is farther away is put into words anew.</summary>
    private const int MostDays = 400;

    // Each row of a list says one, and most say the same few.
    private readonly ConcurrentDictionary<(string Language, bool IsAhead, int Step), string> kept = new();

    /// <param name="moment">The moment.</param>
    /// <param name="now">From when it is seen.</param>
    /// <param name="zone">Whose midnights part the days.</param>
    public string Of(Instant moment, Instant now, DateTimeZone zone)
    {
        var distance = moment > now ? moment - now : now - moment;
        if (distance < Duration.FromMinutes(1))
        {
            return texts["Time.Now"];
        }

        var days = Math.Abs(DaysUntil(moment, now, zone));
        var (language, isAhead, step) = (CultureInfo.CurrentUICulture.Name, moment > now, StepOf(distance, days));
        if (!kept.TryGetValue((language, isAhead, step), out var words))
        {
            var length = Length(distance, days);
            words = (isAhead ? texts["Time.In", length] : texts["Time.Ago", length]).Value;
            if (days < MostDays)
            {
                kept[(language, isAhead, step)] = words;
            }
        }

        return words;
    }

    /// <summary>Days of the calendar from now to a moment; less than 0 where it is past.</summary>
    public static int DaysUntil(Instant moment, Instant now, DateTimeZone zone) =>
        Period.DaysBetween(now.InZone(zone).Date, moment.InZone(zone).Date);

    /// <summary>Minutes, then hours, then days: each is put into its own words.</summary>
    private static int StepOf(Duration distance, int days) => distance switch
    {
        { TotalHours: < 1 } => (int)distance.TotalMinutes,
        { TotalDays: < 1 } => NodaConstants.MinutesPerHour + (int)distance.TotalHours,
        _ => NodaConstants.MinutesPerHour + NodaConstants.HoursPerDay + days,
    };

    private string Length(Duration distance, int days) => distance switch
    {
        { TotalMinutes: < 2 } => texts["Time.Minute"],
        { TotalHours: < 1 } => texts["Time.Minutes", (int)distance.TotalMinutes],
        { TotalHours: < 2 } => texts["Time.Hour"],
        { TotalDays: < 1 } => texts["Time.Hours", (int)distance.TotalHours],
        _ => days < 2 ? texts["Time.Day"] : texts["Time.Days", days],
    };
}
