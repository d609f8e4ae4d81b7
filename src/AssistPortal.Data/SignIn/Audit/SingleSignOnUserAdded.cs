using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Data.SignIn.Audit;

/// <summary>Somebody of an allowed domain has signed in for the first time.</summary>
[AuditAction("user.added-by-single-sign-on", IsSecurity = true)]
public sealed record SingleSignOnUserAdded(Guid UserId) : UserRecord(UserId);
