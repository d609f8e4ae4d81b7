using System.Globalization;

namespace AssistPortal.Benchmarks.Measuring;

/// <summary>Prints each figure with its bar, and remembers whether all were met.</summary>
/// <param name="recorded">The figures of an earlier run.</param>
internal sealed class Figures(RecordedRun recorded)
{
    private int missed;

    public bool AllMet => missed == 0;

    /// <summary>A figure that must not be below its bar.</summary>
    public void AtLeast(string name, double value, double bar, string unit) =>
        Print(name, value, unit, "≥", bar, value >= bar);

    /// <summary>A figure that must not be above its bar.</summary>
    public void AtMost(string name, double value, double bar, string unit, double? goal = null) =>
        Print(name, value, unit, "≤", bar, value <= bar, goal);

    /// <summary>A figure without a bar.</summary>
    public static void Tell(string name, string value) => Console.WriteLine($"  {name,-46} {value}");

    public static void Tell(string name, double value, string unit) => Tell(name, $"{Number(value)} {unit}");

    private static string Number(double value) =>
        value.ToString(
            Math.Abs(value) < 10 && value != Math.Floor(value) ? "0.00" : "#,##0.#", CultureInfo.InvariantCulture);

    private void Print(
        string name, double value, string unit, string sign, double bar, bool isMet, double? goal = null)
    {
        missed += isMet ? 0 : 1;
        var figure = $"{Number(value)} {unit}";
        var aim = goal is { } best ? $", goal {Number(best)}{(value <= best ? " met" : "")}" : "";
        var before = recorded.Before(name, value) is { } known ? $" (was {Number(known)})" : "";
        Console.WriteLine(
            $"  {name,-46} {figure,-20} bar {sign} {Number(bar),-6} {(isMet ? "met" : "MISSED")}{aim}{before}");
    }
}
