using NodaTime;

namespace AssistPortal.Assist.Reports;

/// <summary>What was ordered and paid in some months, by month and package.</summary>
/// <param name="Months">From the first to the last, also those of which there is nothing to tell.</param>
/// <param name="Orders">A row for each month and package that has any.</param>
/// <param name="Revenue">A row for each month, package and currency that has any.</param>
public sealed record Report(
    IReadOnlyList<YearMonth> Months, IReadOnlyList<ReportedOrders> Orders, IReadOnlyList<ReportedRevenue> Revenue)
{
    /// <summary>Codes of what was invoiced.</summary>
    public IReadOnlyList<string> Currencies =>
        [.. Revenue.Select(item => item.Currency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Keys of the packages that have anything to tell.</summary>
    public IReadOnlyList<int> Packages =>
        [.. Orders.Select(item => item.PackageId).Concat(Revenue.Select(item => item.PackageId)).Distinct().Order()];

    public ReportFigures All => ReportFigures.Of(Orders, Revenue);

    public ReportFigures Of(YearMonth month) => ReportFigures.Of(
        Orders.Where(item => item.Month == month), Revenue.Where(item => item.Month == month));

    public ReportFigures Of(int packageId) => ReportFigures.Of(
        Orders.Where(item => item.PackageId == packageId), Revenue.Where(item => item.PackageId == packageId));

    public ReportFigures Of(YearMonth month, int packageId) => ReportFigures.Of(
        Orders.Where(item => item.Month == month && item.PackageId == packageId),
        Revenue.Where(item => item.Month == month && item.PackageId == packageId));
}
