using AssistPortal.Data.Audit;
using AssistPortal.Mail.Queue;

namespace AssistPortal.Mail.Desk.Audit;

/// <summary>An act on a mail.</summary>
internal abstract record MailRecord(Guid MailId) : AuditRecord<OutboxMail>($"{MailId}");
