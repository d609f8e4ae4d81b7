using AssistPortal.Data.Audit;
using AssistPortal.Trials.Lifecycle.Audit;
using NodaTime;

namespace AssistPortal.Trials.Starting.Audit;

/// <summary>A partner has started a trial.</summary>
[AuditAction("trial.started")]
internal sealed record TrialStarted(
    Guid TrialId,
    LocalDate StartDate,
    LocalDate EndDate,
    string TimeZone,
    IReadOnlyList<string> Services,
    int Administrators,
    bool HasSite,
    int PhoneNumbers) : TrialRecord(TrialId);
