using AssistPortal.Data.Audit;
using AssistPortal.Trials.Converting;
using AssistPortal.Trials.Lifecycle.Audit;

namespace AssistPortal.Trials.Buying.Audit;

/// <summary>A trial was made paid.</summary>
[AuditAction("trial.converted")]
internal sealed record TrialConverted(
    Guid TrialId,
    Offer Offer,
    IReadOnlyList<OfferItem> Items,
    IReadOnlyList<TrialPart> Lost,
    string? SiteHost,
    SameUrl SameUrl) : TrialRecord(TrialId);
