using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Data.Accounts;

/// <summary>A role that the portal or one of its modules knows.</summary>
public sealed record RoleName(string Name);

/// <summary>Makes every known role exist in the database, in Production as well.</summary>
public sealed class RoleSeed(PortalDbContext db, ILookupNormalizer normalizer, IEnumerable<RoleName> roles)
{
    /// <summary>Adds the roles that are missing; several servers may start at once.</summary>
    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (!await AddMissingAsync(cancellationToken))
        {
            return;
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            db.ChangeTracker.Clear();
            if (await AddMissingAsync(cancellationToken))
            {
                throw;
            }
        }
    }

    private async Task<bool> AddMissingAsync(CancellationToken cancellationToken)
    {
        var existing = await db.Roles.Select(role => role.NormalizedName).ToListAsync(cancellationToken);
        var missing = roles.Select(role => role.Name)
            .Distinct(StringComparer.Ordinal)
            .Where(name => !existing.Contains(normalizer.NormalizeName(name)))
            .ToList();
        db.Roles.AddRange(missing.Select(name => new PortalRole
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            NormalizedName = normalizer.NormalizeName(name),
        }));
        return missing.Count > 0;
    }
}

public static class RoleSetup
{
    /// <summary>A module's roles, for <see cref="RoleSeed"/>.</summary>
    public static IServiceCollection AddRoleNames(this IServiceCollection services, params IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            services.AddSingleton(new RoleName(name));
        }

        return services;
    }

    /// <summary><see cref="RoleSeed"/> and the roles of the portal as a whole.</summary>
    public static IServiceCollection AddPortalRoles(this IServiceCollection services) =>
        services.AddScoped<RoleSeed>().AddRoleNames(PortalRoles.Administrator);
}
