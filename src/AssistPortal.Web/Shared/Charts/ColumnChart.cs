using System.Globalization;

namespace AssistPortal.Web.Shared.Charts;

/// <summary>
/// A chart of columns side by side, each of up to two parts. Its width is that of the page: places along it are shares,
/// heights are pixels, and no text is ever scaled.
/// </summary>
/// <param name="Label">The chart in words, for those who don't see it.</param>
/// <param name="Columns">From left to right.</param>
public sealed record ColumnChart(string Label, IReadOnlyList<ChartColumn> Columns)
{
    public const int PlotHeight = 140;

    private const int Labels = 3;
    private const double Gap = 0.25;

    /// <summary>What the top of the plot stands for; a round number.</summary>
    public long Top { get; init; } = RoundUp(
        Columns.Count == 0 ? 0 : Columns.Max(column => column.Lower + column.Upper));

    public string Unit { get; init; } = "";

    public IEnumerable<PlacedColumn> Placed => Columns.Select((column, at) =>
    {
        var (lower, upper) = (HeightOf(column.Lower), HeightOf(column.Upper));
        return new PlacedColumn(
            column,
            Share((at + (Gap / 2)) / Columns.Count),
            Share((1 - Gap) / Columns.Count),
            Share((at + 0.5) / Columns.Count),
            lower,
            upper,
            at % Math.Max(1, (Columns.Count + Labels - 1) / Labels) == 0);
    });

    public string Axis(long value) => value.ToString("N0", CultureInfo.CurrentCulture) + Unit;

    private double HeightOf(long value) => Math.Round((double)PlotHeight * Math.Min(value, Top) / Top, 1);

    private static string Share(double part) => string.Create(CultureInfo.InvariantCulture, $"{part * 100:0.###}%");

    /// <summary>The next of 2, 4, 10, 20, 40, 100 and so on, so that half of it is a whole number.</summary>
    private static long RoundUp(long most)
    {
        for (var power = 1L; ; power *= 10)
        {
            foreach (var step in new[] { 2, 4, 10 })
            {
                if (step * power >= most)
                {
                    return step * power;
                }
            }
        }
    }
}
