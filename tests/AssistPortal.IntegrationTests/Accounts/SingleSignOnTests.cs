using System.Net;
using AssistPortal.Assist;
using AssistPortal.Data.Accounts;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.SignIn;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Accounts;

/// <summary>Single sign-on at a provider of OpenID Connect, which signs real tokens.</summary>
public sealed class SingleSignOnTests : IAsyncLifetime
{
    private IdentityProvider provider = null!;
    private PortalFactory portal = null!;

    public async Task InitializeAsync()
    {
        provider = await IdentityProvider.StartAsync();
        portal = PortalFactory.With(new PortalSetup
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["SingleSignOn:Authority"] = provider.Address,
                ["SingleSignOn:ClientId"] = IdentityProvider.ClientId,
                ["SingleSignOn:ClientSecret"] = IdentityProvider.ClientSecret,
                ["SingleSignOn:Name"] = "Contoso",
                ["SingleSignOn:Domains:0"] = "contoso.example",
                ["SingleSignOn:Roles:desk"] = AssistRoles.Coordinator,
                ["SingleSignOn:Roles:hosts"] = AssistRoles.Host,
            },
        });
    }

    public async Task DisposeAsync()
    {
        await portal.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Fact]
    public async Task Somebody_of_an_allowed_domain_gets_an_account_and_the_roles_of_the_claims()
    {
        provider.Person = Person("one", "mei@contoso.example", roles: ["hosts", "something else"]);
        using var browser = portal.CreatePortalClient();
        var form = await browser.GetAsync("/account/sign-in?ReturnUrl=%2Fassist%2Fcompare%3Fa%3Db");
        Assert.Contains(
            $"form-action 'self' {provider.Address};",
            form.Headers["Content-Security-Policy"],
            StringComparison.Ordinal);
        Assert.Contains(portal.Words("en", "Accounts.Sso.Button|Contoso"), form.Text, StringComparison.Ordinal);
        Assert.Equal("/assist/compare?a=b", (await GoAsync(browser, form)).Path);

        var user = await portal.InDatabaseAsync(
            db => db.Users.AsNoTracking().SingleAsync(row => row.Email == "mei@contoso.example"));
        Assert.Equal(("Mei", "Lin", null), (user.FirstName, user.LastName, user.PasswordHash));

        // The next time the claims say something else.
        provider.Person = Person("one", "other@contoso.example", roles: ["desk"]);
        using var again = portal.CreatePortalClient();
        Assert.Equal("/staff", (await GoAsync(again, await again.GetAsync("/account/sign-in"))).Path);
        Assert.Equal([AssistRoles.Coordinator], await RolesAsync(user.Id));
        Assert.Equal(
            [
                "sign-in.done", "sign-in.done", "user.added-by-single-sign-on", "user.roles-by-single-sign-on",
                "user.roles-by-single-sign-on",
            ],
            (await portal.InDatabaseAsync(db => db.AuditEntries.Where(entry => entry.SubjectId == $"{user.Id}")
                .Select(entry => entry.Action).ToListAsync())).Order(StringComparer.Ordinal));
        Assert.Equal(2, provider.Exchanged);
    }

    [Fact]
    public async Task Nobody_else_gets_in()
    {
        var users = await portal.InDatabaseAsync(db => db.Users.CountAsync());
        foreach (var person in new[]
        {
            Person("two", "mei@elsewhere.example"),
            Person("three", "mei@contoso.example.evil.example"),
            Person("four", "mei@contoso.example", isVerified: false),
            Person("five", "no address"),
        })
        {
            provider.Person = person;
            await AssertRefusedAsync("Accounts.Sso.NoAccount");
        }

        // A token that somebody else has signed, and a way back that nobody went.
        provider.Person = Person("six", "mei@contoso.example");
        provider.SignsWithAnotherKey = true;
        await AssertRefusedAsync("Accounts.Sso.Failed");
        using var browser = portal.CreatePortalClient();
        var page = await browser.GetAsync("/account/sign-in/sso/callback?code=1&state=2");
        Assert.Equal([portal.Words("en", "Accounts.Sso.Failed")], page.ErrorSummary);
        Assert.Equal(users, await portal.InDatabaseAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task Somebody_who_has_an_account_gets_into_it_unless_it_was_deactivated()
    {
        await portal.InDatabaseAsync(async db =>
        {
            var host = await db.Users.SingleAsync(user => user.Email == Journeys.Host);
            (host.UserName, host.Email) = ("host@contoso.example", "host@contoso.example");
            (host.NormalizedUserName, host.NormalizedEmail) = ("HOST@CONTOSO.EXAMPLE", "HOST@CONTOSO.EXAMPLE");
            await db.SaveChangesAsync();
        });
        provider.Person = Person("seven", "HOST@contoso.example", roles: ["hosts"]);
        using var browser = portal.CreatePortalClient();
        Assert.Equal("/resources", (await GoAsync(browser, await browser.GetAsync("/account/sign-in"))).Path);

        await portal.InDatabaseAsync(async db =>
        {
            (await db.Users.SingleAsync(user => user.Email == "host@contoso.example")).LockoutEnd = PortalUser.Forever;
            await db.SaveChangesAsync();
        });
        await AssertRefusedAsync("Accounts.Sso.NoAccount");
    }

    private static Dictionary<string, object> Person(
        string subject, string email, bool isVerified = true, string[]? roles = null) => new(StringComparer.Ordinal)
        {
            ["sub"] = subject,
            ["email"] = email,
            ["email_verified"] = isVerified,
            ["given_name"] = "Mei",
            ["family_name"] = "Lin",
            ["roles"] = roles ?? ["desk"],
        };

    private async Task AssertRefusedAsync(string sentence)
    {
        using var browser = portal.CreatePortalClient();
        var page = await GoAsync(browser, await browser.GetAsync("/account/sign-in"));
        Assert.Equal([portal.Words("en", sentence)], page.ErrorSummary);
        Assert.StartsWith("/account/sign-in?", (await browser.GetAsync("/resources")).Path, StringComparison.Ordinal);
    }

    private Task<List<string?>> RolesAsync(Guid userId) => portal.InDatabaseAsync(db => db.UserRoles
        .Where(link => link.UserId == userId)
        .Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name)
        .ToListAsync());

    /// <summary>Goes to the provider and back, as a browser does.</summary>
    private async Task<PortalPage> GoAsync(PortalClient browser, PortalPage form)
    {
        var token = form.Get("#sso-form input[name=__RequestVerificationToken]").GetAttribute("value")!;
        var returnUrl = form.Get("#sso-form input[name=ReturnUrl]").GetAttribute("value") ?? "";
        using var away = await browser.SendOnceAsync(
            HttpMethod.Post,
            "/account/sign-in/sso",
            [
                KeyValuePair.Create("__RequestVerificationToken", token),
                KeyValuePair.Create("ReturnUrl", returnUrl),
            ]);
        Assert.StartsWith(provider.Address, away.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        using var back = await http.GetAsync(away.Headers.Location);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        return await browser.GetAsync(back.Headers.Location!.PathAndQuery);
    }
}
