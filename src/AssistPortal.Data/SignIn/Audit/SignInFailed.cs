using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Data.SignIn.Audit;

/// <summary>Somebody could not show that the account is theirs.</summary>
[AuditAction("sign-in.failed", IsSecurity = true)]
public sealed record SignInFailed(Guid UserId, SignInWay Way) : UserRecord(UserId);
