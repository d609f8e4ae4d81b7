using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>
/// Whose turn it is among free producers: who speaks the asked language, then who has the fewest reserved minutes in
/// the event's week, then who has waited longest since the last assignment, then the lower key.
/// </summary>
internal static class FairChoice
{
    /// <summary>The keys of the producers in the order of their turn.</summary>
    /// <param name="free">The free producers.</param>
    /// <param name="language">The asked language, as a culture name.</param>
    /// <param name="weekLoad">Reserved quarter-hours of the week by producer; none where one is missing.</param>
    /// <param name="lastAssigned">When producers last got an order; never where one is missing.</param>
    public static IReadOnlyList<int> Order(
        IEnumerable<RosterProducer> free,
        string language,
        IReadOnlyDictionary<int, int> weekLoad,
        IReadOnlyDictionary<int, Instant> lastAssigned) =>
        [.. free
            .OrderByDescending(producer => producer.Languages.Contains(language))
            .ThenBy(producer => weekLoad.GetValueOrDefault(producer.Id))
            .ThenBy(producer => lastAssigned.GetValueOrDefault(producer.Id, Instant.MinValue))
            .ThenBy(producer => producer.Id)
            .Select(producer => producer.Id)];

    /// <summary>The local week of an instant, Monday to Sunday.</summary>
    public static QuarterRange WeekOf(Instant instant, DateTimeZone zone)
    {
        var monday = instant.InZone(zone).Date.PlusDays(1).Previous(IsoDayOfWeek.Monday);
        return QuarterRange.Touching(
            zone.AtStartOfDay(monday).ToInstant(), zone.AtStartOfDay(monday.PlusWeeks(1)).ToInstant());
    }
}
