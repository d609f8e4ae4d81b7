using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Shared.Times;

/// <summary>
/// How far a moment is away, in words: 5 minutes ago, in 2 hours; from a day on in days of the calendar.
/// </summary>
public sealed class RelativeTime(IStringLocalizer<SharedTexts> texts)
{
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

        var length = Length(distance, Math.Abs(DaysUntil(moment, now, zone)));
        return moment > now ? texts["Time.In", length] : texts["Time.Ago", length];
    }

    /// <summary>Days of the calendar from now to a moment; less than 0 where it is past.</summary>
    public static int DaysUntil(Instant moment, Instant now, DateTimeZone zone) =>
        Period.DaysBetween(now.InZone(zone).Date, moment.InZone(zone).Date);

    private string Length(Duration distance, int days) => distance switch
    {
        { TotalMinutes: < 2 } => texts["Time.Minute"],
        { TotalHours: < 1 } => texts["Time.Minutes", (int)distance.TotalMinutes],
        { TotalHours: < 2 } => texts["Time.Hour"],
        { TotalDays: < 1 } => texts["Time.Hours", (int)distance.TotalHours],
        _ => days < 2 ? texts["Time.Day"] : texts["Time.Days", days],
    };
}
