using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using AssistPortal.Data.Limits;
using AssistPortal.Data.SignIn;
using AssistPortal.Data.SignIn.Audit;
using AssistPortal.Mail.Queue;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Mail.Accounts;

/// <summary>
/// Mails the links to set a password that were asked for. Any number of servers may do so at once: each request goes in
/// the transaction that writes its mail.
/// </summary>
internal sealed class RequestedPasswords(
    PortalDbContext db,
    ILookupNormalizer normalizer,
    AttemptLimits limits,
    AccountMails mails,
    OutboxSignal signal,
    IClock clock)
{
    /// <summary>Such mails to one account in <see cref="AttemptLimits.Window"/>, whoever asks for them.</summary>
    public const int MostMails = 5;

    private const int Size = 50;

    /// <returns>How many requests were waiting.</returns>
    public async Task<int> MailAsync(CancellationToken cancellationToken)
    {
        var waiting = await db.Set<PasswordRequest>().AsNoTracking()
            .OrderBy(request => request.AskedAt)
            .Take(Size)
            .ToListAsync(cancellationToken);
        foreach (var request in waiting)
        {
            await db.InRepeatedTransactionAsync(
                async cancellationToken =>
                {
                    await MailAsync(request, cancellationToken);
                    return (Commit: true, Result: true);
                },
                cancellationToken);
        }

        if (waiting.Count > 0)
        {
            signal.Notify();
        }

        return waiting.Count;
    }

    private async Task MailAsync(PasswordRequest request, CancellationToken cancellationToken)
    {
        if (await db.Set<PasswordRequest>().Where(item => item.Id == request.Id).ExecuteDeleteAsync(cancellationToken)
            == 0)
        {
            return;
        }

        var normalized = normalizer.NormalizeName(request.Email);
        var user = await db.Users.SingleOrDefaultAsync(
            user => user.NormalizedUserName == normalized, cancellationToken);
        if (user is not { IsDeactivated: false })
        {
            return;
        }

        var limit = new AttemptLimit("passwords mailed", user.Id.ToString(), MostMails);
        if ((await limits.CountAsync([limit], cancellationToken)).Wait is not null)
        {
            return;
        }

        var link = user.PasswordHash is null ? PasswordLink.Invitation : PasswordLink.Password;
        await mails.WriteAsync(user, link, cancellationToken);
        db.Audit(new PasswordForgotten(user.Id), AuditActor.Portal, clock.GetCurrentInstant());
        await db.SaveChangesAsync(cancellationToken);
    }
}
