using System.Globalization;
using AssistPortal.Data;

namespace AssistPortal.Assist.Scheduling;

/// <summary>
/// Search and order by name, the latter as the reader's language has it: databases differ in what they take for the
/// same letter and the next one.
/// </summary>
internal static class RosterNames
{
    /// <summary>Those with these words in their names; everybody where there are none.</summary>
    public static IEnumerable<RosterProducer> WithName(this IEnumerable<RosterProducer> producers, string words)
    {
        var wanted = FoldedText.WordsOf(words);
        return producers.Where(producer => wanted.All(
            word => producer.SearchText.Contains(word.Text, StringComparison.Ordinal)));
    }

    public static IEnumerable<RosterProducer> ByName(this IEnumerable<RosterProducer> producers) => producers
        .OrderBy(producer => producer.Name, StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true))
        .ThenBy(producer => producer.Id);
}
