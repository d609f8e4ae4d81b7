using System.Globalization;

namespace AssistPortal.Web.Shared.Charts;

/// <summary>Bars one below the other, each with its name and value in words.</summary>
/// <param name="Bars">From top to bottom.</param>
/// <param name="Full">What the whole width stands for; nothing has a width where it is not above zero.</param>
public sealed record BarChart(IReadOnlyList<ChartBar> Bars, long Full)
{
    public string WidthOf(ChartBar bar)
    {
        var share = Full <= 0 ? 0 : 100.0 * Math.Clamp(bar.Value, 0, Full) / Full;
        return string.Create(CultureInfo.InvariantCulture, $"{share:0.##}%");
    }
}
