using AssistPortal.Data.Audit;

namespace AssistPortal.Mail.Desk.Audit;

/// <summary>Somebody keeps a mail back.</summary>
[AuditAction("mail.held")]
internal sealed record MailHeld(Guid MailId, Change<MailSnapshot> Mail) : MailRecord(MailId);
