using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Data.SignIn.Audit;

/// <summary>Somebody asked for a page that their role does not have.</summary>
[AuditAction("access.denied", IsSecurity = true)]
internal sealed record AccessDenied(Guid UserId, string Page) : UserRecord(UserId);
