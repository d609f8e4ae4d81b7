using System.Globalization;
using AssistPortal.Assist.Scheduling;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Schedule;

/// <summary>A local day as it is drawn: as long as it is in fact, with the hours that its clock shows.</summary>
public sealed class ScheduleDay
{
    private readonly DateTimeZone zone;
    private readonly Interval time;

    public ScheduleDay(LocalDate date, DateTimeZone zone)
    {
        (Date, this.zone) = (date, zone);
        time = LocalDays.Of(date, zone);
        Hours = [.. HoursOf()];
    }

    public LocalDate Date { get; }

    public Instant Start => time.Start;

    public Instant End => time.End;

    public ZonedDateTime LocalStart => time.Start.InZone(zone);

    /// <summary>23 or 25 hours and the like on days of clock changes.</summary>
    public int Minutes => (int)time.Duration.TotalMinutes;

    public bool HasClockChange => time.Duration != Duration.FromDays(1);

    /// <summary>What the clock shows, hour by hour; an hour that is shown twice stands here twice.</summary>
    public IReadOnlyList<ScheduleHour> Hours { get; }

    /// <summary>Quarter-hours, the columns under the hours.</summary>
    public int Quarters => Hours.Sum(hour => hour.Quarters);

    /// <summary>The part of the time that lies in the day; null where none does.</summary>
    public Interval? Within(Interval other)
    {
        var (start, end) = (Instant.Max(time.Start, other.Start), Instant.Min(time.End, other.End));
        return start < end ? new Interval(start, end) : null;
    }

    /// <summary>Where the part of the time that lies in the day is drawn.</summary>
    public ScheduleBar? BarOf(Interval other) =>
        Within(other) is { } part ? new ScheduleBar(Share(part.Start - time.Start), Share(part.Duration)) : null;

    /// <summary>Where a moment is drawn; null on other days.</summary>
    public string? PlaceOf(Instant moment) => time.Contains(moment) ? Share(moment - time.Start) : null;

    private string Share(Duration part) =>
        string.Create(CultureInfo.InvariantCulture, $"{part / time.Duration * 100:0.###}%");

    private IEnumerable<ScheduleHour> HoursOf()
    {
        var quarter = Duration.FromMinutes(QuarterHours.Minutes);
        for (var at = time.Start; at < time.End;)
        {
            var shown = at.InZone(zone);
            var quarters = 0;
            for (var next = shown; next.Hour == shown.Hour
                && next.Offset == shown.Offset
                && at < time.End; next = at.InZone(zone))
            {
                at += quarter;
                quarters++;
            }

            yield return new ScheduleHour(shown, quarters);
        }
    }
}
