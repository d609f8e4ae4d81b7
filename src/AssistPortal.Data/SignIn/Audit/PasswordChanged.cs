using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Data.SignIn.Audit;

/// <summary>Somebody has changed the own password.</summary>
[AuditAction("user.password-changed", IsSecurity = true)]
public sealed record PasswordChanged(Guid UserId) : UserRecord(UserId);
