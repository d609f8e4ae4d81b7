using AssistPortal.Data.Audit;
using AssistPortal.Trials.Lifecycle.Audit;

namespace AssistPortal.Trials.Ending.Audit;

/// <summary>Grace is over, and the organisation has gone.</summary>
[AuditAction("trial.ended")]
internal sealed record TrialEnded(
    Guid TrialId,
    int Administrators,
    int Users,
    int Licences,
    int Assignments,
    int UsageFigures,
    int Notes,
    int PhoneNumbers,
    bool HadSite) : TrialRecord(TrialId)
{
    public static TrialEnded Of(Tombstone stone) => new(
        stone.TrialId,
        stone.Administrators,
        stone.Users,
        stone.Licences,
        stone.Assignments,
        stone.UsageFigures,
        stone.Notes,
        stone.PhoneNumbers,
        stone.HadSite);
}
