using AssistPortal.Data.Audit;

namespace AssistPortal.Data.Accounts.Audit;

/// <summary>Somebody has used the one-time code and made the first account of an administrator.</summary>
[AuditAction("administrator.first", IsSecurity = true)]
internal sealed record FirstAdministratorMade(Guid UserId) : UserRecord(UserId);
