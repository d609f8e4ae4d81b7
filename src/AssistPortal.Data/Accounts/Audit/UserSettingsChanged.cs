using AssistPortal.Data.Audit;

namespace AssistPortal.Data.Accounts.Audit;

/// <summary>Somebody has changed their own settings.</summary>
[AuditAction("user.settings-changed")]
public sealed record UserSettingsChanged(Guid UserId, Change<UserSettingsSnapshot> Settings)
    : UserRecord(UserId);
