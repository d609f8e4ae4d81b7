using System.Collections.Concurrent;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>
/// When producers work, laid out over the time in which events can be, and kept while hours and time off stay the same.
/// </summary>
internal sealed class WorkingTimes
{
    private const int DaysBefore = 20;
    private const int Days = 470;

    private readonly ConcurrentDictionary<int, Laid> known = new();
    private volatile Window? window;

    /// <summary>The window in which to look up; ranges outside of it are laid out each time.</summary>
    public Window At(Instant now)
    {
        var today = QuarterRange.FloorDivide(QuarterHours.IndexOf(now), QuarterRange.PerDay) * QuarterRange.PerDay;
        var current = window;
        if (current is not null
            && current.Range.From < today - (DaysBefore / 2 * QuarterRange.PerDay)
            && current.Range.From >= today - (DaysBefore * QuarterRange.PerDay))
        {
            return current;
        }

        var from = today - (DaysBefore * QuarterRange.PerDay);
        return window = new Window(new QuarterRange(from, from + (Days * QuarterRange.PerDay)));
    }

    /// <summary>Fills a set whose range lies in the window with the producer's working time.</summary>
    public void Fill(QuarterHourSet set, RosterProducer producer, Window window)
    {
        if (!known.TryGetValue(producer.Id, out var laid)
            || laid.Window != window
            || (!ReferenceEquals(laid.Producer, producer) && !laid.Producer.WorksAs(producer)))
        {
            var whole = new QuarterHourSet(window.Range);
            producer.AddWorkingTime(whole, window.ClockOf(producer.TimeZone));
            known[producer.Id] = laid = new Laid(producer, window, whole);
        }
        else if (!ReferenceEquals(laid.Producer, producer))
        {
            known[producer.Id] = laid with { Producer = producer };
        }

        set.CopyFrom(laid.Time);
    }

    /// <summary>A stretch of time with the clocks of its zones.</summary>
    internal sealed class Window(QuarterRange range)
    {
        private readonly ConcurrentDictionary<string, WallClock> clocks = new(StringComparer.Ordinal);

        public QuarterRange Range => range;

        public WallClock ClockOf(string zone) => clocks.GetOrAdd(
            zone, static (id, range) => new WallClock(DateTimeZoneProviders.Tzdb[id], range), range);
    }

    private sealed record Laid(RosterProducer Producer, Window Window, QuarterHourSet Time);
}
