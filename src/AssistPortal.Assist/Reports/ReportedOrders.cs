using NodaTime;

namespace AssistPortal.Assist.Reports;

/// <summary>The orders of a month and package.</summary>
/// <param name="Month">In which their events begin, in UTC.</param>
/// <param name="PackageId">The package.</param>
/// <param name="Count">All of them.</param>
/// <param name="Cancelled">Those that are cancelled by now.</param>
/// <param name="Minutes">Length of the events of those that are not, as ordered.</param>
public sealed record ReportedOrders(YearMonth Month, int PackageId, int Count, int Cancelled, long Minutes);
