using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Time;
using AssistPortal.Mail.Desk.Audit;
using AssistPortal.Mail.Queue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Mail.Desk;

/// <summary>What staff do with mails by hand. Each act leaves an entry in the audit trail.</summary>
public sealed class MailDesk(
    PortalDbContext db,
    OutboxSignal signal,
    IOptions<MailOptions> options,
    IClock clock,
    [FromKeyedServices(Clocks.Real)] IClock realClock)
{
    /// <summary>Has a mail sent now, unless it is not as it was seen.</summary>
    /// <param name="id">The mail.</param>
    /// <param name="seen">See <see cref="SeenOf"/>.</param>
    /// <param name="actorId">Who does it.</param>
    /// <param name="cancellationToken">Ends the saving.</param>
    public async Task<MailAct> ResendAsync(Guid id, string? seen, Guid actorId, CancellationToken cancellationToken)
    {
        var from = options.Value.From;
        var act = await ChangeAsync(
            id,
            seen,
            _ => true,
            mail => mail.Resend(from, realClock.GetCurrentInstant()),
            change => new MailResent(id, change),
            actorId,
            cancellationToken);
        if (act == MailAct.Done)
        {
            signal.Notify();
        }

        return act;
    }

    /// <summary>Keeps a mail back, unless it is not as it was seen.</summary>
    /// <inheritdoc cref="ResendAsync" path="/param" />
    public Task<MailAct> HoldAsync(Guid id, string? seen, Guid actorId, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            seen,
            CanHold,
            mail => mail.Hold(realClock.GetCurrentInstant()),
            change => new MailHeld(id, change),
            actorId,
            cancellationToken);

    /// <summary>
    /// A mail's state as a page shows it, to be given back by what is done there. A further failure of the same state
    /// is no news to whoever has it sent again, but that it was sent meanwhile is.
    /// </summary>
    public static string SeenOf(OutboxMail mail) => $"{mail.State}-{mail.SentAt?.ToUnixTimeTicks() ?? 0}";

    /// <summary>Whether it is still to be sent.</summary>
    public static bool IsToCome(OutboxMail mail) =>
        mail.State is OutboxMailState.Waiting or OutboxMailState.Collected;

    /// <summary>
    /// Whether it can be kept back. What tells somebody of a change to their account can't: whoever has got into the
    /// desk must not be able to hide it.
    /// </summary>
    public static bool CanHold(OutboxMail mail) =>
        IsToCome(mail) && !mail.Cause.StartsWith(OutboxMail.AccountNews, StringComparison.Ordinal);

    private async Task<MailAct> ChangeAsync(
        Guid id,
        string? seen,
        Func<OutboxMail, bool> may,
        Action<OutboxMail> change,
        Func<Change<MailSnapshot>, AuditRecord> recordOf,
        Guid actorId,
        CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await db.Set<OutboxMail>().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } mail)
        {
            return MailAct.Gone;
        }

        if (mail.IsBeingSentAt(realClock.GetCurrentInstant()))
        {
            return MailAct.BeingSent;
        }

        if (seen != SeenOf(mail) || !may(mail))
        {
            return MailAct.ChangedMeanwhile;
        }

        var before = MailSnapshot.Of(mail);
        change(mail);
        db.Audit(recordOf(Change.Between(before, MailSnapshot.Of(mail))), actorId, now);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return MailAct.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return MailAct.ChangedMeanwhile;
        }
    }
}

/// <summary>What became of something that staff did with a mail.</summary>
public enum MailAct
{
    Done,

    /// <summary>There is no such mail.</summary>
    Gone,

    /// <summary>It is on its way in this moment; nothing was changed.</summary>
    BeingSent,

    /// <summary>Somebody else, or the worker, has changed it since it was seen; nothing was changed.</summary>
    ChangedMeanwhile,
}
