using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using AssistPortal.Trials.Partners.Audit;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Partners;

/// <summary>Partners and their administrators, as the help desk looks after them.</summary>
public sealed class PartnerBook(PortalDbContext db, ILookupNormalizer normalizer, IClock clock)
{
    /// <summary>All partners, by name.</summary>
    public async Task<IReadOnlyList<Partner>> AllAsync(CancellationToken cancellationToken) =>
        await db.Set<Partner>().AsNoTracking().OrderBy(partner => partner.Name).ToListAsync(cancellationToken);

    public Task<Partner?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        db.Set<Partner>().AsNoTracking().SingleOrDefaultAsync(partner => partner.Id == id, cancellationToken);

    /// <summary>The accounts of a partner's administrators, by their addresses.</summary>
    public async Task<IReadOnlyList<PortalUser>> AdministratorsAsync(Guid id, CancellationToken cancellationToken) =>
        await db.Set<PartnerMember>()
            .Where(member => member.PartnerId == id)
            .Join(db.Users.AsNoTracking(), member => member.UserId, user => user.Id, (_, user) => user)
            .OrderBy(user => user.Email)
            .ToListAsync(cancellationToken);

    /// <summary>Adds a partner; null where another has the name.</summary>
    public async Task<Guid?> AddAsync(
        string name, string email, string phone, Guid userId, CancellationToken cancellationToken)
    {
        if (await db.Set<Partner>().AnyAsync(other => other.Name == name, cancellationToken))
        {
            return null;
        }

        var partner = new Partner(name, email, phone);
        db.Add(partner);
        db.Audit(new PartnerAdded(partner.Id, name), userId, clock.GetCurrentInstant());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return partner.Id;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await db.Set<Partner>().AnyAsync(other => other.Name == name, cancellationToken))
            {
                return null;
            }

            throw;
        }
    }

    /// <summary>Makes an account an administrator of a partner, with the role.</summary>
    public async Task<PartnerJoining> JoinAsync(Guid id, string email, Guid userId, CancellationToken cancellationToken)
    {
        var wanted = normalizer.NormalizeEmail(email);
        if (await db.Users.SingleOrDefaultAsync(user => user.NormalizedEmail == wanted, cancellationToken)
            is not { } user)
        {
            return PartnerJoining.Unknown;
        }

        if (await PartnerOfAsync(user.Id, cancellationToken) is { } former)
        {
            return former == id ? PartnerJoining.Already : PartnerJoining.OtherPartner;
        }

        db.Add(new PartnerMember { UserId = user.Id, PartnerId = id });
        await db.GrantAsync(TrialRoles.PartnerAdministrator, user.Id, cancellationToken);
        db.Audit(new PartnerAdministratorAdded(id, user.Id), userId, clock.GetCurrentInstant());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return PartnerJoining.Added;
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await PartnerOfAsync(user.Id, cancellationToken) is { } faster)
            {
                return faster == id ? PartnerJoining.Already : PartnerJoining.OtherPartner;
            }

            throw;
        }
    }

    /// <summary>Takes an administrator from a partner, with the role and their sessions.</summary>
    /// <returns>False where they are none of that partner's.</returns>
    public async Task<bool> LeaveAsync(Guid id, Guid memberId, Guid userId, CancellationToken cancellationToken)
    {
        var member = await db.Set<PartnerMember>()
            .SingleOrDefaultAsync(row => row.UserId == memberId && row.PartnerId == id, cancellationToken);
        if (member is null)
        {
            return false;
        }

        db.Remove(member);
        await db.DismissAsync(TrialRoles.PartnerAdministrator, [memberId], cancellationToken);
        db.Audit(new PartnerAdministratorRemoved(id, memberId), userId, clock.GetCurrentInstant());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    private Task<Guid?> PartnerOfAsync(Guid userId, CancellationToken cancellationToken) => db.Set<PartnerMember>()
        .Where(member => member.UserId == userId)
        .Select(member => (Guid?)member.PartnerId)
        .SingleOrDefaultAsync(cancellationToken);
}

/// <summary>What became of somebody who was to be a partner's administrator.</summary>
public enum PartnerJoining
{
    Added,

    /// <summary>They are it already.</summary>
    Already,

    /// <summary>They are an administrator of another partner.</summary>
    OtherPartner,

    /// <summary>Nobody signs in with that address.</summary>
    Unknown,
}
