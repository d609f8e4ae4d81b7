using System.Diagnostics;

namespace AssistPortal.Benchmarks.Measuring;

/// <summary>Times of single acts; one per client, put together at the end.</summary>
internal sealed class Latencies
{
    private readonly List<double> milliseconds = [];

    public int Count => milliseconds.Count;

    public void Add(long since) => milliseconds.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);

    public static Latencies Together(IEnumerable<Latencies> all)
    {
        var together = new Latencies();
        together.milliseconds.AddRange(all.SelectMany(one => one.milliseconds));
        together.milliseconds.Sort();
        return together;
    }

    /// <summary>
    /// The time within which that share of acts, 0 to 1, was done. Only after <see cref="Together"/>.
    /// </summary>
    public double Quantile(double share) => milliseconds.Count == 0
        ? double.NaN
        : milliseconds[Math.Clamp((int)Math.Ceiling(share * milliseconds.Count) - 1, 0, milliseconds.Count - 1)];

    public override string ToString() =>
        FormattableString.Invariant(
            $"p50 {Quantile(0.5):0.00} ms, p95 {Quantile(0.95):0.00} ms, p99 {Quantile(0.99):0.00} ms");
}
