using System.Collections.Concurrent;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Data.Texts;

/// <summary>Days as one pattern writes them, each written once: lists say the same days again and again.</summary>
internal sealed class KeptDays(LocalDatePattern pattern)
{
    /// <summary>Some years of them; beyond, all are written anew.</summary>
    internal const int Most = 1000;

    private readonly ConcurrentDictionary<LocalDate, string> known = new();
    private int count;

    public string Format(LocalDate date)
    {
        if (known.TryGetValue(date, out var words))
        {
            return words;
        }

        if (Interlocked.Increment(ref count) > Most)
        {
            known.Clear();
            Interlocked.Exchange(ref count, 1);
        }

        return known[date] = pattern.Format(date);
    }
}
