using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.People.Audit;

/// <summary>An administrator has added an account.</summary>
[AuditAction("user.added", IsSecurity = true)]
internal sealed record UserAdded(Guid UserId, Change<UserSnapshot> User) : UserRecord(UserId);
