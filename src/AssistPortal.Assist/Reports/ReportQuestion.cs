using NodaTime;

namespace AssistPortal.Assist.Reports;

/// <summary>What is reported on.</summary>
/// <param name="First">The first month.</param>
/// <param name="Last">The last one.</param>
/// <param name="SiteId">The site; null for all.</param>
/// <param name="PackageId">The package; null for all.</param>
public sealed record ReportQuestion(YearMonth First, YearMonth Last, int? SiteId = null, int? PackageId = null)
{
    /// <summary>From the first month to the last.</summary>
    public IReadOnlyList<YearMonth> Months =>
        [.. Enumerable.Range(0, Math.Max(0, CountOf(First, Last))).Select(First.PlusMonths)];

    /// <summary>How many months there are from one to another, both included; none where the last is earlier.</summary>
    public static int CountOf(YearMonth first, YearMonth last) =>
        ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
}
