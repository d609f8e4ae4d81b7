using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Mail.Accounts;

/// <summary>Mails about accounts, written beside the change that causes them.</summary>
public sealed class AccountMails
{
    private readonly PortalDbContext db;
    private readonly Outbox outbox;
    private readonly PasswordLinkMail message;

    internal AccountMails(PortalDbContext db, Outbox outbox, PasswordLinkMail message)
    {
        this.db = db;
        this.outbox = outbox;
        this.message = message;
    }

    /// <summary>Adds the mail to the scope's context; the caller saves.</summary>
    public async Task WriteAsync(PortalUser user, PasswordLink link, CancellationToken cancellationToken)
    {
        var (subjectId, cause) = (user.Id.ToString(), PasswordLinkMail.CauseOf(link));
        var before = await db.Set<OutboxMail>()
            .CountAsync(mail => mail.SubjectId == subjectId && mail.Cause == cause, cancellationToken);
        outbox.Write(message.For(user, link, before));
    }
}
