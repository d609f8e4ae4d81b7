using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Data.SignIn.Audit;

/// <summary>Somebody has signed out another of their devices.</summary>
[AuditAction("device.signed-out", IsSecurity = true)]
internal sealed record DeviceSignedOut(Guid UserId) : UserRecord(UserId);
