using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Mail.Accounts;
using AssistPortal.Mail.Queue;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Organisations;

/// <summary>
/// Accounts of customers' administrators. Nothing is saved here: the caller saves, and tells
/// <see cref="OutboxSignal"/>. Two callers at once for one address: one of the saves fails with a
/// <see cref="DbUpdateException"/>, and trying again finds the account.
/// </summary>
internal sealed class AdministratorAccounts(
    PortalDbContext db, ILookupNormalizer normalizer, AccountMails mails, IClock clock)
{
    /// <summary>
    /// Mails about its account within a day after which nobody is invited: an organisation's administrator may write
    /// down any address, and appoint and dismiss it again and again.
    /// </summary>
    private const int MostMails = 5;

    /// <summary>
    /// Gives the account of an address the administrator's role. There is one afterwards; whoever has no password yet
    /// is mailed an invitation.
    /// </summary>
    /// <param name="email">The address, as it is written.</param>
    /// <param name="name">The person's name for a new account; empty where it is not known.</param>
    /// <param name="language">Culture name of a new account's mails and pages.</param>
    /// <param name="cancellationToken">Nothing is to be saved then.</param>
    /// <returns>The account.</returns>
    public async Task<Guid> AppointAsync(
        string email, string name, string language, CancellationToken cancellationToken)
    {
        var user = await FindAsync(email, cancellationToken) ?? Add(email, name, language);
        await GrantAsync(user, cancellationToken);
        return user.Id;
    }

    /// <summary>The same for an account that is known, whatever its address is today.</summary>
    public async Task AppointAsync(Guid userId, CancellationToken cancellationToken) =>
        await GrantAsync(await db.Users.SingleAsync(user => user.Id == userId, cancellationToken), cancellationToken);

    /// <summary>The accounts that there are of addresses, by their <see cref="MailKey"/>.</summary>
    public async Task<Dictionary<string, Guid>> FindAllAsync(
        IEnumerable<string> emails, CancellationToken cancellationToken)
    {
        List<string> names = [.. emails
            .SelectMany(email => new[] { email.Trim(), MailKey.Of(email) })
            .Select(name => normalizer.NormalizeName(name))];
        var users = await db.Users
            .Where(user => names.Contains(user.NormalizedUserName!))
            .OrderBy(user => user.Id)
            .Select(user => new { user.Id, user.UserName })
            .ToListAsync(cancellationToken);
        return users.GroupBy(user => MailKey.Of(user.UserName!), user => user.Id, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    }

    private async Task GrantAsync(PortalUser user, CancellationToken cancellationToken)
    {
        await db.GrantAsync(TrialRoles.CustomerAdministrator, user.Id, cancellationToken);
        if (user is { PasswordHash: null, IsDeactivated: false } && await MayBeMailedAsync(user, cancellationToken))
        {
            await mails.WriteAsync(user, PasswordLink.Invitation, cancellationToken);
        }
    }

    private async Task<bool> MayBeMailedAsync(PortalUser user, CancellationToken cancellationToken)
    {
        var (subjectId, since) = (user.Id.ToString(), clock.GetCurrentInstant() - Duration.FromDays(1));
        return await db.Set<OutboxMail>().CountAsync(
            mail => mail.SubjectId == subjectId && mail.CreatedAt > since, cancellationToken) < MostMails;
    }

    private async Task<PortalUser?> FindAsync(string email, CancellationToken cancellationToken)
    {
        var (written, comparable) =
            (normalizer.NormalizeEmail(email.Trim()), normalizer.NormalizeEmail(MailKey.Of(email)));
        bool Has(PortalUser user) => user.NormalizedUserName == written || user.NormalizedUserName == comparable;
        return db.Users.Local.FirstOrDefault(Has)
            ?? await db.Users
                .Where(user => user.NormalizedUserName == written || user.NormalizedUserName == comparable)
                .OrderBy(user => user.Id)
                .FirstOrDefaultAsync(cancellationToken);
    }

    private PortalUser Add(string email, string name, string language)
    {
        var address = email.Trim();
        var (first, last) = PersonName.Split(name);
        var user = new PortalUser(first, last)
        {
            Id = Guid.CreateVersion7(),
            UserName = address,
            NormalizedUserName = normalizer.NormalizeName(address),
            Email = address,
            NormalizedEmail = normalizer.NormalizeEmail(address),
            LockoutEnabled = true,
        };
        user.ChooseLanguage(language);
        db.Users.Add(user);
        return user;
    }
}
