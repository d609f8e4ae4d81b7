using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>Sorts possible starts into local days and ranges of the wall clock.</summary>
internal sealed class FreeCalendar
{
    private readonly WallClock clock;
    private readonly long firstDay;
    private readonly QuarterHourSet[] faces;
    private readonly LocalDate from;
    private IReadOnlyList<int> producers;

    public FreeCalendar(DateTimeZone zone, LocalDate from, int days)
    {
        this.from = from;
        firstDay = Period.DaysBetween(new LocalDate(1970, 1, 1), from);
        Quarters = QuarterRange.Touching(
            zone.AtStartOfDay(from).ToInstant(), zone.AtStartOfDay(from.PlusDays(days)).ToInstant());
        clock = new WallClock(zone, Quarters);
        Days =
        [
            .. Enumerable.Range(0, days).Select(day => QuarterRange.Touching(
                zone.AtStartOfDay(from.PlusDays(day)).ToInstant(),
                zone.AtStartOfDay(from.PlusDays(day + 1)).ToInstant())),
        ];
        producers = new int[days];
        faces =
        [
            .. Enumerable.Range(0, days).Select(_ => new QuarterHourSet(new QuarterRange(0, QuarterRange.PerDay))),
        ];
    }

    /// <summary>All quarter-hours of the days; 92 or 100 and the like on days on which clocks change.</summary>
    public QuarterRange Quarters { get; }

    /// <summary>The quarter-hours of each day.</summary>
    public IReadOnlyList<QuarterRange> Days { get; }

    public void Add(FreeStarts starts)
    {
        producers = starts.ProducersByPart;
        for (var day = 0; day < Days.Count; day++)
        {
            Add(starts, day, Days[day]);
        }
    }

    private void Add(FreeStarts starts, int day, QuarterRange quarters)
    {
        // On most days the clock's face is as long as the day.
        var isPlain = quarters.Length == QuarterRange.PerDay
            && clock.Read(quarters.From) == (firstDay + day, 0)
            && clock.Read(quarters.To - 1) == (firstDay + day, QuarterRange.PerDay - 1);
        for (var start = starts.FirstFrom(quarters.From); start < quarters.To; start =
            starts.FirstFrom(start.Value + 1))
        {
            var face = (int)(start.Value - quarters.From);
            if (!isPlain)
            {
                (var shown, face) = clock.Read(start.Value);
                if (shown != firstDay + day)
                {
                    continue;
                }
            }

            faces[day].Add(new QuarterRange(face, face + 1));
        }
    }

    public FreeTimes ToFreeTimes() =>
        new([.. faces.Select((face, day) => new FreeDay(
            from.PlusDays(day), [.. RangesOf(face)], producers[day]))]);

    private static IEnumerable<FreeRange> RangesOf(QuarterHourSet face) =>
        face.Runs().Select(run => new FreeRange(TimeOf(run.From), TimeOf(run.To - 1)));

    private static LocalTime TimeOf(long quarter) => LocalTime.Midnight.PlusMinutes(quarter * QuarterHours.Minutes);
}
