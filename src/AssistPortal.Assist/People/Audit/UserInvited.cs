using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.People.Audit;

/// <summary>An administrator had an invitation mailed once more.</summary>
[AuditAction("user.invited", IsSecurity = true)]
internal sealed record UserInvited(Guid UserId) : UserRecord(UserId);
