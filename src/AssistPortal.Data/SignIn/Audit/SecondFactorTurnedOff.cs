using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Data.SignIn.Audit;

/// <summary>Somebody asks for no second factor any more.</summary>
[AuditAction("second-factor.off", IsSecurity = true)]
public sealed record SecondFactorTurnedOff(Guid UserId) : UserRecord(UserId);
