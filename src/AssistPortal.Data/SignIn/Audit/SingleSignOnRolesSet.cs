using AssistPortal.Data.Accounts.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Data.SignIn.Audit;

/// <summary>The identity provider says which roles somebody has.</summary>
[AuditAction("user.roles-by-single-sign-on", IsSecurity = true)]
public sealed record SingleSignOnRolesSet(Guid UserId, Change<IReadOnlyList<string>> Roles) : UserRecord(UserId);
