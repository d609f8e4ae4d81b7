using AssistPortal.Assist.Feeds;
using AssistPortal.Assist.People.Audit;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using AssistPortal.Mail.Accounts;
using AssistPortal.Mail.Queue;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.People;

/// <summary>
/// Accounts as administrators look after them. Each change leaves an entry in the audit trail, in the same save. There
/// always is an administrator: nobody can take the role from themselves.
/// </summary>
public sealed class UserBook(
    PortalDbContext db,
    ILookupNormalizer normalizer,
    UserLinks links,
    CalendarFeeds feeds,
    AccountMails mails,
    IAccountNews news,
    OutboxSignal signal,
    IClock clock)
{
    /// <summary>Adds an account without a password, and mails its owner the link to set one.</summary>
    public async Task<(UserOutcome Outcome, Guid Id)> AddAsync(
        UserDetails details, Guid actorId, CancellationToken cancellationToken)
    {
        var user = new PortalUser { Id = Guid.CreateVersion7(), LockoutEnabled = true };
        Write(user, details);
        db.Users.Add(user);
        await links.WriteAsync(user.Id, details, cancellationToken);
        Audit(new UserAdded(user.Id, Change.Added(UserSnapshot.Of(details))), actorId);
        await mails.WriteAsync(user, PasswordLink.Invitation, cancellationToken);
        var outcome = await SaveAsync(user, cancellationToken);
        signal.Notify();
        return (outcome, user.Id);
    }

    /// <summary>Saves what was changed, unless somebody else was faster.</summary>
    /// <param name="id">The account.</param>
    /// <param name="seen">Its <see cref="IdentityUser{TKey}.ConcurrencyStamp"/> when it was read.</param>
    /// <param name="details">As it shall be.</param>
    /// <param name="actorId">Who changes it.</param>
    /// <param name="cancellationToken">Nothing is saved then.</param>
    public async Task<UserOutcome> ChangeAsync(
        Guid id, string? seen, UserDetails details, Guid actorId, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } user)
        {
            return UserOutcome.Gone;
        }

        if (user.ConcurrencyStamp != seen)
        {
            return UserOutcome.ChangedMeanwhile;
        }

        var former = await links.DetailsOfAsync(user, cancellationToken);
        if (former.Roles.Contains(PortalRoles.Administrator) && !details.Roles.Contains(PortalRoles.Administrator)
            && await GuardAdministratorsAsync(id, actorId, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        if (!Audit(new UserChanged(id, Change.Between(UserSnapshot.Of(former), UserSnapshot.Of(details))), actorId))
        {
            return UserOutcome.Saved;
        }

        if (user.Email != details.Email)
        {
            // Links that were mailed to the former address end with it.
            user.EndSessions();
            news.Tell(user, AccountChange.Email);
        }

        if (former.Roles.Except(details.Roles, StringComparer.Ordinal).Any(AssistRoles.IsOfDesk))
        {
            user.LeaveStaff(clock.GetCurrentInstant());
        }

        Write(user, details);
        user.Touch();
        await links.WriteAsync(user.Id, details, cancellationToken);
        var outcome = await SaveAsync(user, cancellationToken);
        signal.Notify();
        return outcome;
    }

    /// <summary>
    /// Locks somebody out until <see cref="ActivateAsync"/>; their sessions and their calendar feed end.
    /// </summary>
    public async Task<UserOutcome> DeactivateAsync(Guid id, Guid actorId, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } user)
        {
            return UserOutcome.Gone;
        }

        if (user.IsDeactivated)
        {
            return UserOutcome.Saved;
        }

        var former = await links.DetailsOfAsync(user, cancellationToken);
        if ((id == actorId || former.Roles.Contains(PortalRoles.Administrator))
            && await GuardAdministratorsAsync(id, actorId, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        (user.LockoutEnabled, user.LockoutEnd) = (true, PortalUser.Forever);
        return await ActAsync(user, new UserDeactivated(id), actorId, endsSessions: true, cancellationToken);
    }

    /// <summary>Lets somebody in again who was deactivated, or locked out by wrong passwords.</summary>
    public async Task<UserOutcome> ActivateAsync(Guid id, Guid actorId, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } user)
        {
            return UserOutcome.Gone;
        }

        (user.LockoutEnd, user.AccessFailedCount) = (null, 0);
        return await ActAsync(user, new UserActivated(id), actorId, endsSessions: false, cancellationToken);
    }

    /// <summary>Ends all sessions of an account, its calendar feed, and the links that were mailed to it.</summary>
    public async Task<UserOutcome> SignOutAsync(Guid id, Guid actorId, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } user
            ? await ActAsync(user, new UserSignedOut(id), actorId, endsSessions: true, cancellationToken)
            : UserOutcome.Gone;

    /// <summary>Mails a link to set a password: an invitation where there is none yet.</summary>
    public async Task<UserOutcome> SendLinkAsync(Guid id, Guid actorId, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } user)
        {
            return UserOutcome.Gone;
        }

        if (user.IsDeactivated)
        {
            return UserOutcome.Deactivated;
        }

        var link = user.PasswordHash is null ? PasswordLink.Invitation : PasswordLink.Password;
        user.Touch();
        await mails.WriteAsync(user, link, cancellationToken);
        Audit(link == PasswordLink.Invitation ? new UserInvited(id) : new UserPasswordLinkSent(id), actorId);
        var outcome = await SaveAsync(user, cancellationToken);
        signal.Notify();
        return outcome;
    }

    private Task<PortalUser?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.Users.SingleOrDefaultAsync(user => user.Id == id, cancellationToken);

    private void Write(PortalUser user, UserDetails details)
    {
        user.Rename(details.FirstName, details.LastName);
        user.WorkFor(details.Company);
        user.ChooseLanguage(details.Language);
        user.ChooseTimeZone(details.TimeZone);
        (user.UserName, user.Email, user.PhoneNumber) = (details.Email, details.Email, details.Phone);
        (user.NormalizedUserName, user.NormalizedEmail) =
            (normalizer.NormalizeName(details.Email), normalizer.NormalizeEmail(details.Email));
    }

    private async Task<UserOutcome> ActAsync(
        PortalUser user, AuditRecord record, Guid actorId, bool endsSessions, CancellationToken cancellationToken)
    {
        if (endsSessions)
        {
            user.EndSessions();
            await feeds.EndAsync(user.Id, actorId, cancellationToken);
        }

        user.Touch();
        Audit(record, actorId);
        return await SaveAsync(user, cancellationToken);
    }

    /// <summary>
    /// The own account stays as it is. And of two administrators who do it to each other at once only one succeeds: the
    /// row of whoever does it is written as well, and the database takes one of the two writes.
    /// </summary>
    private async Task<UserOutcome?> GuardAdministratorsAsync(
        Guid id, Guid actorId, CancellationToken cancellationToken)
    {
        if (id == actorId)
        {
            return UserOutcome.OwnAccount;
        }

        if (await FindAsync(actorId, cancellationToken) is not { IsDeactivated: false } actor
            || !(await links.DetailsOfAsync(actor, cancellationToken)).Roles.Contains(PortalRoles.Administrator))
        {
            return UserOutcome.Gone;
        }

        actor.Touch();
        return null;
    }

    private bool Audit(AuditRecord record, Guid actorId) => db.Audit(record, actorId, clock.GetCurrentInstant());

    private async Task<UserOutcome> SaveAsync(PortalUser user, CancellationToken cancellationToken)
    {
        var seen = db.Entry(user).Property(row => row.ConcurrencyStamp).OriginalValue;
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return UserOutcome.Saved;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return UserOutcome.ChangedMeanwhile;
        }
        catch (DbUpdateException)
        {
            // Databases tell a taken key each in its own way; what stands in the table is the same on all of them.
            db.ChangeTracker.Clear();
            if (await db.Users.AnyAsync(
                row => row.NormalizedUserName == user.NormalizedUserName && row.Id != user.Id, cancellationToken))
            {
                return UserOutcome.EmailTaken;
            }

            // Two at once have written the same mail.
            if (await db.Users.AnyAsync(row => row.Id == user.Id && row.ConcurrencyStamp != seen, cancellationToken))
            {
                return UserOutcome.ChangedMeanwhile;
            }

            throw;
        }
    }
}
