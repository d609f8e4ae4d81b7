using AssistPortal.Data.Audit;

namespace AssistPortal.Data.Accounts.Audit;

/// <summary>Somebody has set the password by a mailed link.</summary>
[AuditAction("user.password-set", IsSecurity = true)]
internal sealed record UserPasswordSet(Guid UserId) : UserRecord(UserId);
