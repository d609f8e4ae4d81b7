using AssistPortal.Data.Audit;

namespace AssistPortal.Trials.Partners.Audit;

[AuditAction("partner.administrator-added", IsSecurity = true)]
internal sealed record PartnerAdministratorAdded(Guid PartnerId, Guid UserId) : PartnerRecord(PartnerId);
