using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Data.SignIn.Audit;

/// <summary>Somebody has set up an authenticator.</summary>
[AuditAction("second-factor.on", IsSecurity = true)]
public sealed record SecondFactorTurnedOn(Guid UserId) : UserRecord(UserId);
