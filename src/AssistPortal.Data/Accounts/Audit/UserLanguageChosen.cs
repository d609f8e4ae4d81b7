using AssistPortal.Data.Audit;

namespace AssistPortal.Data.Accounts.Audit;

/// <summary>Somebody has chosen the language of their own pages and mails.</summary>
[AuditAction("user.language-chosen")]
public sealed record UserLanguageChosen(Guid UserId, Change<string> Language) : UserRecord(UserId);
