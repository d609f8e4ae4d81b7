using AssistPortal.Data.Audit;

namespace AssistPortal.Trials.Partners.Audit;

[AuditAction("partner.administrator-removed", IsSecurity = true)]
internal sealed record PartnerAdministratorRemoved(Guid PartnerId, Guid UserId) : PartnerRecord(PartnerId);
