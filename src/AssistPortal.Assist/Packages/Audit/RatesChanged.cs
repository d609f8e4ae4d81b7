using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Packages.Audit;

/// <summary>What a service package costs in a currency is changed.</summary>
[AuditAction("package.rates-changed")]
internal sealed record RatesChanged(int PackageId, string Currency, Change<RateCardDetails> Rates)
    : PackageRecord(PackageId);
