using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.People.Audit;

/// <summary>An administrator lets an account in again.</summary>
[AuditAction("user.activated", IsSecurity = true)]
internal sealed record UserActivated(Guid UserId) : UserRecord(UserId);
