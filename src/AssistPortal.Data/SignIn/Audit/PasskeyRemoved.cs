using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Data.SignIn.Audit;

/// <summary>Somebody has removed a passkey.</summary>
[AuditAction("passkey.removed", IsSecurity = true)]
public sealed record PasskeyRemoved(Guid UserId, string Passkey) : UserRecord(UserId);
