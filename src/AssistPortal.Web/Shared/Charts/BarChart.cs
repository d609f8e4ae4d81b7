using System.Globalization;

namespace AssistPortal.Web.Shared.Charts;

/// <summary>Bars one below the other, each with its name and value in words.</summary>
/// <param name="Bars">From top to bottom.</param>
/// <param name="Full">What the whole width stands for.</param>
public sealed record BarChart(IReadOnlyList<ChartBar> Bars, long Full)
{
    public string WidthOf(ChartBar bar) =>
        string.Create(
            CultureInfo.InvariantCulture, $"{100.0 * Math.Clamp(bar.Value, 0, Full) / Math.Max(1L, Full):0.##}%");
}
