using AssistPortal.Data.Audit;

namespace AssistPortal.Trials.Partners.Audit;

/// <summary>An act on a partner.</summary>
internal abstract record PartnerRecord(Guid PartnerId) : AuditRecord<Partner>($"{PartnerId}");
