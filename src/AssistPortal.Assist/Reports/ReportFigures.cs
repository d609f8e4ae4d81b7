using AssistPortal.Data;

namespace AssistPortal.Assist.Reports;

/// <summary>Some orders and invoices added up.</summary>
/// <param name="Orders">All orders.</param>
/// <param name="Cancelled">Those that are cancelled.</param>
/// <param name="Minutes">Length of the events of the others.</param>
/// <param name="Revenue">Invoices less credit notes, by currency: currencies are never added.</param>
/// <param name="CancellationFees">What of that is for cancellations.</param>
public sealed record ReportFigures(
    int Orders,
    int Cancelled,
    long Minutes,
    IReadOnlyDictionary<string, long> Revenue,
    IReadOnlyDictionary<string, long> CancellationFees)
{
    public int Kept => Orders - Cancelled;

    public decimal Hours => Minutes / 60m;

    /// <summary>The cancelled of a hundred orders; null where there are none.</summary>
    public decimal? CancelledShare => Orders == 0 ? null : 100m * Cancelled / Orders;

    /// <summary>Revenue of each currency that has any, by its code.</summary>
    public IEnumerable<Money> RevenueAmounts => AmountsOf(Revenue);

    /// <summary>Fees for cancellations of each currency that has any, by its code.</summary>
    public IEnumerable<Money> CancellationAmounts => AmountsOf(CancellationFees);

    public bool IsEmpty => Orders == 0 && Revenue.Count == 0;

    /// <summary>Revenue in a currency.</summary>
    public Money RevenueIn(string currency) => new(Revenue.GetValueOrDefault(currency), currency);

    /// <summary>Fees for cancellations in a currency.</summary>
    public Money CancellationFeesIn(string currency) => new(CancellationFees.GetValueOrDefault(currency), currency);

    public static ReportFigures Of(IEnumerable<ReportedOrders> orders, IEnumerable<ReportedRevenue> revenue)
    {
        var (known, paid) = (orders.ToList(), revenue.ToList());
        return new ReportFigures(
            known.Sum(item => item.Count),
            known.Sum(item => item.Cancelled),
            known.Sum(item => item.Minutes),
            SumOf(paid, item => item.TotalMinor),
            SumOf(paid, item => item.CancellationMinor));
    }

    private static IEnumerable<Money> AmountsOf(IReadOnlyDictionary<string, long> amounts) =>
        amounts.Where(amount => amount.Value != 0)
            .OrderBy(amount => amount.Key, StringComparer.Ordinal)
            .Select(amount => new Money(amount.Value, amount.Key));

    private static Dictionary<string, long> SumOf(
        IEnumerable<ReportedRevenue> revenue, Func<ReportedRevenue, long> amount) =>
        revenue.GroupBy(item => item.Currency, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(amount), StringComparer.Ordinal);
}
