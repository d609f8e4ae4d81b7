using AssistPortal.Assist;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sites;
using AssistPortal.Data.Accounts;
using AssistPortal.TestSupport.Databases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.TestSupport.Portal;

/// <summary>People who are not in the demo data, and those of it who shall not be there.</summary>
public static class PortalPeople
{
    public const string Northwind = "northwind.meetings.example";
    public const string Formosa = "formosa.meetings.example";

    /// <summary>A new host with the demo password, member of sites by their host names. Answers with the e-mail.</summary>
    public static async Task<string> AddHostAsync(this PortalFactory portal, string name, params string[] sites)
    {
        var email = $"{name.ToLowerInvariant()}@hosts.example";
        await portal.InDatabaseAsync(async db =>
        {
            var demo = await db.Users.SingleAsync(user => user.UserName == Journeys.Host);
            var host = new PortalUser
            {
                Id = Guid.NewGuid(),
                UserName = email,
                NormalizedUserName = email.ToUpperInvariant(),
                Email = email,
                NormalizedEmail = email.ToUpperInvariant(),
                PasswordHash = demo.PasswordHash,
                SecurityStamp = Guid.NewGuid().ToString(),
                FirstName = name,
                LastName = "Host",
                Company = "Northwind Events",
                PhoneNumber = "+1 212 555 0199",
            };
            db.Add(host);
            db.Add(new IdentityUserRole<Guid>
            {
                UserId = host.Id,
                RoleId = (await db.Roles.SingleAsync(role => role.Name == AssistRoles.Host)).Id,
            });
            db.AddRange(await db.Set<Site>()
                .Where(site => sites.Contains(site.HostName))
                .Select(site => new SiteMember { SiteId = site.Id, UserId = host.Id })
                .ToListAsync());
            await db.SaveChangesAsync();
        });
        return email;
    }

    /// <summary>Lets only that producer work; by default Olivia Carter, New York, weekdays 7:30 to 18:30.</summary>
    public static Task LeaveOneProducerAsync(this PortalFactory portal, string email = "producer@demo.example") =>
        portal.InDatabaseAsync(db => db.EditAsync(
            db.Set<Producer>().Where(producer => producer.Email != email), producer => producer.IsActive = false));
}
