using AssistPortal.Data.Audit;

namespace AssistPortal.Trials.Partners.Audit;

[AuditAction("partner.added")]
internal sealed record PartnerAdded(Guid PartnerId, string Name) : PartnerRecord(PartnerId);
