using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;

namespace AssistPortal.Data.SignIn.Audit;

/// <summary>Somebody tried too many accounts that there are not: further tries have to wait.</summary>
[AuditAction("sign-in.unknown-limited", IsSecurity = true)]
internal sealed record StrangerLimited(SignInWay Way) : AuditRecord<PortalUser>(Nobody.Key);
