using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Assist.Ordering;

/// <summary>Drafts with which coordinators order for customers.</summary>
public sealed class StaffDrafts(
    PortalDbContext db, ContactPresets contacts, DraftLimits limits, ILookupNormalizer normalizer, IClock clock)
{
    /// <summary>The account with that address; null where there is none.</summary>
    public Task<KnownCustomer?> FindCustomerAsync(string email, CancellationToken cancellationToken)
    {
        var wanted = normalizer.NormalizeEmail(email);
        return db.Users
            .Where(user => user.NormalizedEmail == wanted)
            .Select(user => new KnownCustomer(
                user.Id,
                user.LockoutEnd != PortalUser.Forever
                    && db.UserRoles.Any(held => held.UserId == user.Id
                        && db.Roles.Any(role => role.Id == held.RoleId && role.Name == AssistRoles.Host)),
                user.MailLanguage ?? user.Language,
                db.Set<SiteMember>()
                    .Where(member => member.UserId == user.Id)
                    .Select(member => member.SiteId)
                    .ToList()))
            .FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Begins an order; one that was begun for the same and never touched is taken up again.</summary>
    /// <param name="staffId">The coordinator.</param>
    /// <param name="request">For whom, and what.</param>
    /// <param name="cancellationToken">Ends the act.</param>
    /// <returns>The draft.</returns>
    public async Task<Guid> OpenAsync(Guid staffId, StaffOrderRequest request, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var contact = request switch
        {
            { HostUserId: { } host } => await contacts.ForAsync(host, cancellationToken),
            { ContactEmail.Length: > 0 } =>
                await contacts.ForCustomerAsync(request.SiteId, request.ContactEmail, cancellationToken),
            _ => ContactDetails.Empty,
        };
        if (await limits.FindOrMakeRoomAsync(
            staffId,
            draft => draft.IsByStaff
                && draft.SiteId == request.SiteId
                && draft.PackageId == request.PackageId
                && draft.HostUserId == request.HostUserId
                && draft.ContactEmail == contact.Email
                && draft.OverrideReason == request.OverrideReason
                && draft.MailLanguage == request.MailLanguage,
            cancellationToken) is { } untouched)
        {
            return untouched;
        }

        var draft = OrderDraft.BeginByStaff(
            staffId, request.HostUserId, request.SiteId, request.PackageId, contact, now);
        draft.Override(request.OverrideReason);
        if (request.MailLanguage is { } culture)
        {
            draft.MailIn(culture);
        }

        db.Add(draft);
        await db.SaveChangesAsync(cancellationToken);
        return draft.Id;
    }

    /// <summary>Orders that the coordinator has begun, the one worked on last first.</summary>
    public async Task<IReadOnlyList<OrderDraft>> OfAsync(Guid staffId, CancellationToken cancellationToken) =>
        await OpenDrafts(staffId, clock.GetCurrentInstant()).AsNoTracking()
            .OrderByDescending(draft => draft.ExpiresAt)
            .ThenBy(draft => draft.Id)
            .ToListAsync(cancellationToken);

    private IQueryable<OrderDraft> OpenDrafts(Guid staffId, Instant now) =>
        db.Set<OrderDraft>().Where(draft => draft.OpenedById == staffId && draft.IsByStaff && draft.ExpiresAt > now);
}
