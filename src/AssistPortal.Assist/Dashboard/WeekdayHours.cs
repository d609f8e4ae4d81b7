using NodaTime;

namespace AssistPortal.Assist.Dashboard;

/// <summary>Some hours in one piece, on each of a weekday.</summary>
/// <param name="Day">The day of the week.</param>
/// <param name="From">When they begin, on the wall clock.</param>
/// <param name="Count">How many.</param>
public sealed record WeekdayHours(IsoDayOfWeek Day, LocalTime From, int Count)
{
    /// <summary>
    /// What one producer could have done in these hours: all of it lies in them, and no two of one date overlap.
    /// </summary>
    public IReadOnlyList<UnmetWork> Meet(IEnumerable<UnmetWork> unmet)
    {
        var from = (From.Hour * 60) + From.Minute;
        var to = from + (Count * 60);
        var met = new List<UnmetWork>();
        foreach (var date in unmet
            .Where(work => work.Day == Day && work.StartMinute >= from && work.EndMinute <= to)
            .GroupBy(work => work.Date)
            .OrderBy(date => date.Key))
        {
            // Whatever ends first leaves most room for the rest.
            var free = from;
            foreach (var work in date.OrderBy(work => work.EndMinute).ThenByDescending(work => work.StartMinute))
            {
                if (work.StartMinute >= free)
                {
                    met.Add(work);
                    free = work.EndMinute;
                }
            }
        }

        return met;
    }
}
