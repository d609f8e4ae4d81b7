using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Data.SignIn.Audit;

/// <summary>There were too many wrong tries for an account: further ones have to wait.</summary>
[AuditAction("sign-in.limited", IsSecurity = true)]
public sealed record SignInLimited(Guid UserId, SignInWay Way) : UserRecord(UserId);
