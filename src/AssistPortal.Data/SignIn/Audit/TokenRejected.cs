using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;

namespace AssistPortal.Data.SignIn.Audit;

/// <summary>A link or form whose key is none, or none any more.</summary>
[AuditAction("token.rejected", IsSecurity = true)]
internal sealed record TokenRejected(TokenKind Token) : AuditRecord<PortalUser>(Nobody.Key);
