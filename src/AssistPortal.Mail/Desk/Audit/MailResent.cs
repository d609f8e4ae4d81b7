using AssistPortal.Data.Audit;

namespace AssistPortal.Mail.Desk.Audit;

/// <summary>Somebody has a mail sent now.</summary>
[AuditAction("mail.resent")]
internal sealed record MailResent(Guid MailId, Change<MailSnapshot> Mail) : MailRecord(MailId);
