using System.Globalization;

namespace AssistPortal.Assist.Scheduling;

/// <summary>
/// Search and order by name, as the reader's language has it: databases differ in what they take for the same letter
/// and the next one.
/// </summary>
internal static class RosterNames
{
    private const CompareOptions Loosely =
        CompareOptions.IgnoreCase
            | CompareOptions.IgnoreNonSpace
            | CompareOptions.IgnoreWidth
            | CompareOptions.IgnoreKanaType;

    /// <summary>Those with these words in their names; everybody where there are none.</summary>
    public static IEnumerable<RosterProducer> WithName(this IEnumerable<RosterProducer> producers, string words)
    {
        var compare = CultureInfo.CurrentCulture.CompareInfo;
        return producers.Where(producer => compare.IndexOf(producer.Name, words, Loosely) >= 0);
    }

    public static IEnumerable<RosterProducer> ByName(this IEnumerable<RosterProducer> producers) => producers
        .OrderBy(producer => producer.Name, StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true))
        .ThenBy(producer => producer.Id);
}
