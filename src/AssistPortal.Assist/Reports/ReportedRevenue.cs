using NodaTime;

namespace AssistPortal.Assist.Reports;

/// <summary>Invoices less credit notes of a month, package and currency.</summary>
/// <param name="Month">In which they were issued, in UTC.</param>
/// <param name="PackageId">The package.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="TotalMinor">All of it, in minor units; negative where more was taken back than charged.</param>
/// <param name="CancellationMinor">What of that is for cancellations.</param>
public sealed record ReportedRevenue(
    YearMonth Month, int PackageId, string Currency, long TotalMinor, long CancellationMinor);
