using System.Globalization;

namespace AssistPortal.Web.Shared.Charts;

/// <summary>Where a column stands in the plot.</summary>
public sealed record PlacedColumn(
    ChartColumn Column, string X, string Width, string Middle, double LowerHeight, double UpperHeight, bool HasLabel)
{
    public string LowerY => Pixels(ColumnChart.PlotHeight - LowerHeight);

    public string UpperY => Pixels(ColumnChart.PlotHeight - LowerHeight - UpperHeight);

    public string Lower => Pixels(LowerHeight);

    public string Upper => Pixels(UpperHeight);

    private static string Pixels(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
