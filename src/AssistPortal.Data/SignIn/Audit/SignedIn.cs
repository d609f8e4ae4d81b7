using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Data.SignIn.Audit;

/// <summary>Somebody has signed in.</summary>
[AuditAction("sign-in.done", IsSecurity = true)]
public sealed record SignedIn(Guid UserId, SignInWay Way, string Browser, string Platform) : UserRecord(UserId);
