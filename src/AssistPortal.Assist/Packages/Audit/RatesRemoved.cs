using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Packages.Audit;

/// <summary>A service package can't be ordered in a currency any more.</summary>
[AuditAction("package.rates-removed")]
internal sealed record RatesRemoved(int PackageId, string Currency, Change<RateCardDetails> Rates)
    : PackageRecord(PackageId);
