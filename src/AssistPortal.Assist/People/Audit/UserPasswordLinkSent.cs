using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Assist.People.Audit;

/// <summary>An administrator had a link for a new password mailed.</summary>
[AuditAction("user.password-link", IsSecurity = true)]
internal sealed record UserPasswordLinkSent(Guid UserId) : UserRecord(UserId);
