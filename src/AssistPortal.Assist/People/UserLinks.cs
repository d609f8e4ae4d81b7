using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Assist.People;

/// <summary>Roles and sites of accounts.</summary>
public sealed class UserLinks(PortalDbContext db)
{
    /// <summary>An account as it is.</summary>
    public async Task<UserDetails> DetailsOfAsync(PortalUser user, CancellationToken cancellationToken) => new()
    {
        FirstName = user.FirstName,
        LastName = user.LastName,
        Email = user.Email ?? "",
        Company = user.Company,
        Phone = user.PhoneNumber,
        Language = user.Language,
        TimeZone = user.TimeZone,
        Roles = await db.UserRoles
            .Where(link => link.UserId == user.Id)
            .Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name!)
            .OrderBy(name => name)
            .ToListAsync(cancellationToken),
        SiteIds = await db.Set<SiteMember>()
            .Where(member => member.UserId == user.Id)
            .OrderBy(member => member.SiteId)
            .Select(member => member.SiteId)
            .ToListAsync(cancellationToken),
    };

    /// <summary>Adds and removes what differs; the caller saves.</summary>
    internal async Task WriteAsync(Guid userId, UserDetails details, CancellationToken cancellationToken)
    {
        var roles = await db.Roles.Where(role => details.Roles.Contains(role.Name!))
            .Select(role => role.Id)
            .ToListAsync(cancellationToken);
        var hasRoles = await db.UserRoles.Where(link => link.UserId == userId).ToListAsync(cancellationToken);
        db.UserRoles.RemoveRange(hasRoles.Where(link => !roles.Contains(link.RoleId)));
        db.UserRoles.AddRange(roles.Except(hasRoles.Select(link => link.RoleId))
            .Select(roleId => new IdentityUserRole<Guid> { UserId = userId, RoleId = roleId }));

        var sites = await db.Set<Site>()
            .Where(site => details.SiteIds.Contains(site.Id))
            .Select(site => site.Id)
            .ToListAsync(cancellationToken);
        var hasSites = await db.Set<SiteMember>()
            .Where(member => member.UserId == userId)
            .ToListAsync(cancellationToken);
        db.RemoveRange(hasSites.Where(member => !sites.Contains(member.SiteId)));
        db.AddRange(sites.Except(hasSites.Select(member => member.SiteId))
            .Select(siteId => new SiteMember { SiteId = siteId, UserId = userId }));
    }
}
