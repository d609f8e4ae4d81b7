using NodaTime;

namespace AssistPortal.Assist.Orders;

/// <summary>
/// What cancelling costs, from when until when: tiers of notice as moments before the start of one event. Pages, mails,
/// quotes and orders all take it from here.
/// </summary>
public sealed class CancellationTerms
{
    /// <param name="start">When the event starts.</param>
    /// <param name="tiers">
    /// Least notice, and the share that cancelling costs then; where none is reached, it is free.
    /// </param>
    /// <param name="leastPercent">What it costs at least, whatever the tiers say.</param>
    public CancellationTerms(Instant start, IEnumerable<(int NoticeHours, int Percent)> tiers, int leastPercent = 0)
    {
        var last = 0;
        List<CancellationPeriod> periods = [];
        foreach (var (notice, percent) in tiers.OrderByDescending(tier => tier.NoticeHours))
        {
            if (notice == 0)
            {
                last = percent;
                break;
            }

            periods.Add(new(Math.Max(percent, leastPercent), start - Duration.FromHours(notice)));
        }

        periods.Add(new(Math.Max(last, leastPercent), null));
        Periods = [.. periods.Where((period, index) =>
            index == periods.Count - 1 || periods[index + 1].Percent != period.Percent)];
    }

    /// <summary>In their order, each with another share than the one before; at least one.</summary>
    public IReadOnlyList<CancellationPeriod> Periods { get; }

    /// <summary>The periods that are not over at a moment, the one that it lies in first.</summary>
    public IEnumerable<CancellationPeriod> From(Instant now) =>
        Periods.SkipWhile(period => period.Until is { } until && until < now);

    /// <summary>The period that a moment lies in. Once the event has begun that is the last.</summary>
    public CancellationPeriod At(Instant now) => From(now).First();
}

/// <summary>A time in which cancelling costs the same.</summary>
/// <param name="Percent">Share of the fee.</param>
/// <param name="Until">Its last moment; null where it has no end.</param>
public sealed record CancellationPeriod(int Percent, Instant? Until);
