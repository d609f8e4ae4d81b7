using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.People.Audit;

/// <summary>An administrator has locked an account out.</summary>
[AuditAction("user.deactivated", IsSecurity = true)]
internal sealed record UserDeactivated(Guid UserId) : UserRecord(UserId);
