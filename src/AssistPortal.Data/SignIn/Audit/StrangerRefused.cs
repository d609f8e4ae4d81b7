using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;

namespace AssistPortal.Data.SignIn.Audit;

/// <summary>Somebody tried to sign in to an account that there is not.</summary>
[AuditAction("sign-in.unknown", IsSecurity = true)]
internal sealed record StrangerRefused(SignInWay Way) : AuditRecord<PortalUser>(Nobody.Key);
