using NodaTime;

namespace AssistPortal.Web.Features.Staff.Mail;

/// <param name="Waiting">Mails that wait to be sent.</param>
/// <param name="Oldest">When the oldest of them was written.</param>
/// <param name="FailedLately">Mails of the last seven days that were given up.</param>
/// <param name="Held">Mails that are kept back.</param>
public sealed record MailCounts(int Waiting, Instant? Oldest, int FailedLately, int Held);
