using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.People.Audit;

/// <summary>An administrator has ended all sessions of an account.</summary>
[AuditAction("user.signed-out", IsSecurity = true)]
internal sealed record UserSignedOut(Guid UserId) : UserRecord(UserId);
