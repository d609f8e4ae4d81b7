using AssistPortal.Data.Audit;
using AssistPortal.Trials.Lifecycle.Audit;

namespace AssistPortal.Trials.Extending.Audit;

/// <summary>A partner has added services or phone numbers to a trial.</summary>
[AuditAction("trial.services-added")]
internal sealed record TrialServicesAdded(
    Guid TrialId, IReadOnlyList<string> Services, bool HasSite, int PhoneNumbers) : TrialRecord(TrialId);
