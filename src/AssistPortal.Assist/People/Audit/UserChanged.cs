using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.People.Audit;

/// <summary>An administrator has changed an account.</summary>
[AuditAction("user.changed", IsSecurity = true)]
internal sealed record UserChanged(Guid UserId, Change<UserSnapshot> User) : UserRecord(UserId);
