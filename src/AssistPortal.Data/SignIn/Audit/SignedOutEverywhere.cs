using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Data.SignIn.Audit;

/// <summary>Somebody has signed out everywhere.</summary>
[AuditAction("sign-out.everywhere", IsSecurity = true)]
public sealed record SignedOutEverywhere(Guid UserId) : UserRecord(UserId);
