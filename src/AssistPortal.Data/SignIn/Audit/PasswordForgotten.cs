using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Data.SignIn.Audit;

/// <summary>Somebody has asked for a link to set the password of an account.</summary>
[AuditAction("user.password-forgotten", IsSecurity = true)]
public sealed record PasswordForgotten(Guid UserId) : UserRecord(UserId);
