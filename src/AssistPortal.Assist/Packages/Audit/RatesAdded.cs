using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.Packages.Audit;

/// <summary>A service package has a rate card in one more currency.</summary>
[AuditAction("package.rates-added")]
internal sealed record RatesAdded(int PackageId, string Currency, Change<RateCardDetails> Rates)
    : PackageRecord(PackageId);
