using AssistPortal.Data.Audit;

namespace AssistPortal.Data.Accounts.Audit;

/// <summary>An act on an account.</summary>
public abstract record UserRecord(Guid UserId) : AuditRecord<PortalUser>($"{UserId}");
