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

    /// <summary>
    /// A new host with the demo password, member of sites by their host names. Answers with the e-mail.
    /// </summary>
    public static async Task<string> AddHostAsync(this PortalFactory portal, string name, params string[] sites)
    {
        var email = await portal.AddUserAsync(name, AssistRoles.Host);
        await portal.InDatabaseAsync(async db =>
        {
            var host = await db.Users.SingleAsync(user => user.UserName == email);
            db.AddRange(await db.Set<Site>()
                .Where(site => sites.Contains(site.HostName))
                .Select(site => new SiteMember { SiteId = site.Id, UserId = host.Id })
                .ToListAsync());
            await db.SaveChangesAsync();
        });
        return email;
    }

    /// <summary>Gives an account another role besides those that it has.</summary>
    public static Task AddRoleAsync(this PortalFactory portal, string email, string role) =>
        portal.InDatabaseAsync(async db =>
        {
            db.Add(new IdentityUserRole<Guid>
            {
                UserId = (await db.Users.SingleAsync(user => user.UserName == email)).Id,
                RoleId = (await db.Roles.SingleAsync(item => item.Name == role)).Id,
            });
            await db.SaveChangesAsync();
        });

    /// <summary>A new account with the demo password and these roles, perhaps none. Answers with the e-mail.</summary>
    public static async Task<string> AddUserAsync(this PortalFactory portal, string name, params string[] roles)
    {
        var email = $"{name.ToLowerInvariant()}@hosts.example";
        await portal.InDatabaseAsync(async db =>
        {
            var demo = await db.Users.SingleAsync(item => item.UserName == Journeys.Host);
            var user = new PortalUser(name, "Host", "Northwind Events")
            {
                Id = Guid.NewGuid(),
                UserName = email,
                NormalizedUserName = email.ToUpperInvariant(),
                Email = email,
                NormalizedEmail = email.ToUpperInvariant(),
                PasswordHash = demo.PasswordHash,
                SecurityStamp = Guid.NewGuid().ToString(),
                PhoneNumber = "+1 212 555 0199",
            };
            db.Add(user);
            await db.SaveChangesAsync();
        });
        foreach (var role in roles)
        {
            await portal.AddRoleAsync(email, role);
        }

        return email;
    }

    /// <summary>Lets only that producer work; by default Olivia Carter, New York, weekdays 7:30 to 18:30.</summary>
    public static Task LeaveOneProducerAsync(this PortalFactory portal, string email = "producer@demo.example") =>
        portal.InDatabaseAsync(db => db.EditAsync(
            db.Set<Producer>().Where(producer => producer.Email != email), producer => producer.SetActive(false)));
}
