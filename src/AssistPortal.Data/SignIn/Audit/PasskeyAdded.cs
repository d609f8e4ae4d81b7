using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Data.SignIn.Audit;

/// <summary>Somebody has added a passkey.</summary>
[AuditAction("passkey.added", IsSecurity = true)]
public sealed record PasskeyAdded(Guid UserId, string Passkey) : UserRecord(UserId);
