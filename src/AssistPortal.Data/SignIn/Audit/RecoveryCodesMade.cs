using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Data.SignIn.Audit;

/// <summary>Somebody has made new recovery codes; the former ones are worth nothing.</summary>
[AuditAction("second-factor.codes", IsSecurity = true)]
public sealed record RecoveryCodesMade(Guid UserId) : UserRecord(UserId);
