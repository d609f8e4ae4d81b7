using System.Globalization;
using AssistPortal.Benchmarks.Counters;
using AssistPortal.Benchmarks.Servers;

namespace AssistPortal.Benchmarks.Measuring;

/// <summary>Counts what a portal does for one request, or one order.</summary>
internal sealed class Counting
{
    private const int ShownLength = 160;

    // EF Core looks only once a second whether somebody listens.
    private static readonly TimeSpan Noticed = TimeSpan.FromSeconds(1.5);

    private readonly string socket;
    private readonly bool withTexts;

    private Counting(string socket, bool withTexts) => (this.socket, this.withTexts) = (socket, withTexts);

    public static async Task<Counting> BeginAsync(
        PortalRun portal, bool withTexts, CancellationToken cancellationToken)
    {
        var counting = new Counting(portal.Counters, withTexts);
        await CounterSocket.AskAsync(counting.socket, cancellationToken);
        await Task.Delay(Noticed, cancellationToken);
        return counting;
    }

    /// <param name="times">How often it is done.</param>
    /// <param name="act">Does it so often.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<PerAct> OfAsync(int times, Func<Task> act, CancellationToken cancellationToken)
    {
        var before = await CounterSocket.AskAsync(socket, cancellationToken);
        await act();
        var after = await CounterSocket.AskAsync(socket, cancellationToken);
        if (withTexts)
        {
            foreach (var (text, count) in after.ByText
                .Select(sent => (sent.Key, Count: sent.Value - before.ByText.GetValueOrDefault(sent.Key)))
                .Where(sent => sent.Count > 0)
                .OrderByDescending(sent => sent.Count))
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"    {(double)count / times,6:0.00} {Short(text)}"));
            }
        }

        return new PerAct(
            (double)(after.Statements - before.Statements) / times,
            (double)(after.Commits - before.Commits) / times,
            (double)(after.AllocatedBytes - before.AllocatedBytes) / times / 1024);
    }

    private static string Short(string text)
    {
        var line = string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        var from = line.IndexOf(" FROM ", StringComparison.Ordinal);
        var shown = from > ShownLength / 2 ? $"{line[..(ShownLength / 2)]} …{line[from..]}" : line;
        return shown.Length > ShownLength * 2 ? shown[..(ShownLength * 2)] : shown;
    }
}

/// <param name="Statements">SQL statements.</param>
/// <param name="Commits">Transactions.</param>
/// <param name="Allocated">KiB allocated.</param>
internal sealed record PerAct(double Statements, double Commits, double Allocated)
{
    public override string ToString() => FormattableString.Invariant(
        $"{Statements:0.0} statements, {Commits:0.0} commits, {Allocated:#,##0} KiB allocated");
}
