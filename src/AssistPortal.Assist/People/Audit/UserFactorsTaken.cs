using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.People.Audit;

/// <summary>An administrator has taken authenticator, recovery codes and passkeys from an account.</summary>
[AuditAction("user.factors-taken", IsSecurity = true)]
internal sealed record UserFactorsTaken(Guid UserId) : UserRecord(UserId);
