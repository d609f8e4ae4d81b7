using AssistPortal.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.UnitTests.Assist.Demo;

public sealed class DemoAccountTests(SeededPortal portal) : IClassFixture<SeededPortal>
{
    private const int AccountCount = 24;

    [Theory]
    [InlineData("host@demo.example", "Host")]
    [InlineData("host2@demo.example", "Host")]
    [InlineData("coordinator@demo.example", "Coordinator")]
    [InlineData("producer@demo.example", "Producer")]
    [InlineData("admin@demo.example", "Administrator")]
    [InlineData("partner@demo.example", "PartnerAdministrator")]
    [InlineData("partner1b@demo.example", "PartnerAdministrator")]
    [InlineData("partner2@demo.example", "PartnerAdministrator")]
    [InlineData("customer@demo.example", "CustomerAdministrator")]
    [InlineData("customer2@demo.example", "CustomerAdministrator")]
    [InlineData("customer3@demo.example", "CustomerAdministrator")]
    [InlineData("helpdesk@demo.example", "HelpDesk")]
    public async Task Each_announced_account_has_its_role_and_the_password(string email, string role)
    {
        var user = await portal.ReadAsync(
            db => db.Users.SingleAsync(user => user.NormalizedUserName == email.ToUpperInvariant()));
        var roles = await portal.ReadAsync(db => db.UserRoles
            .Where(item => item.UserId == user.Id)
            .Join(db.Roles, item => item.RoleId, found => found.Id, (_, found) => found.Name)
            .ToListAsync());

        Assert.Equal(role, Assert.Single(roles));
        Assert.Equal(email, user.Email);
        Assert.Equal(email.ToUpperInvariant(), user.NormalizedEmail);
        Assert.Equal(
            PasswordVerificationResult.Success,
            new PasswordHasher<PortalUser>().VerifyHashedPassword(user, user.PasswordHash!, "Demo-portal-1"));
        Assert.True(
            user is { EmailConfirmed: true, LockoutEnabled: true, SecurityStamp.Length: > 16, LockoutEnd: null });
    }

    [Fact]
    public async Task Everybody_lives_on_a_domain_that_nobody_owns()
    {
        var users = await portal.ReadAsync(db => db.Users.ToListAsync());

        Assert.Equal(AccountCount, users.Count);
        Assert.All(users, user => Assert.EndsWith(".example", user.Email, StringComparison.Ordinal));
        Assert.All(
            users.Where(user => user.PhoneNumber is not null),
            user => Assert.Contains(" 555 01", user.PhoneNumber, StringComparison.Ordinal));
        Assert.Distinct(users.Select(user => user.SecurityStamp), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Roles_exist_once_each()
    {
        var roles = await portal.ReadAsync(db => db.Roles.Select(role => role.NormalizedName).ToListAsync());

        Assert.Equal(
            [
                "ADMINISTRATOR", "COORDINATOR", "CUSTOMERADMINISTRATOR", "HELPDESK", "HOST", "PARTNERADMINISTRATOR",
                "PRODUCER",
            ],
            roles.Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task Filling_again_changes_nothing()
    {
        var (_, filled) = await portal.FillAsync();

        Assert.False(filled);
        Assert.Equal(AccountCount, await portal.ReadAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Two_servers_that_start_at_once_fill_it_once()
    {
        var other = new SeededPortal();
        try
        {
            await other.CreateAsync();
            var filled = await Task.WhenAll(Task.Run(other.FillAsync), Task.Run(other.FillAsync));

            Assert.Single(filled, answer => answer.Catalogue);
            Assert.Single(filled, answer => answer.Demo);
            Assert.Equal(AccountCount, await other.ReadAsync(db => db.Users.CountAsync()));
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    [Fact]
    public async Task The_slow_hash_is_made_once()
    {
        var hashes = await portal.ReadAsync(db => db.Users.Select(user => user.PasswordHash).Distinct().ToListAsync());

        Assert.Single(hashes);
    }
}
