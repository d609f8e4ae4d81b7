using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Data.SignIn.Audit;

/// <summary>Somebody has given a passkey another name.</summary>
[AuditAction("passkey.renamed", IsSecurity = true)]
public sealed record PasskeyRenamed(Guid UserId, Change<string> Passkey) : UserRecord(UserId);
