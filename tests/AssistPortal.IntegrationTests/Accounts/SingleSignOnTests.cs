using System.Net;
using AssistPortal.Assist;
using AssistPortal.Data.Accounts;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace AssistPortal.IntegrationTests.Accounts;

/// <summary>Single sign-on at a provider of OpenID Connect, which signs real tokens.</summary>
public sealed class SingleSignOnTests : IAsyncLifetime
{
    private readonly PortalFolder folder = new();
    private IdentityProvider provider = null!;
    private PortalFactory portal = null!;

    public async Task InitializeAsync()
    {
        provider = await IdentityProvider.StartAsync();
        portal = Portal(folder);
    }

    public async Task DisposeAsync()
    {
        await portal.DisposeAsync();
        await provider.DisposeAsync();
        folder.Dispose();
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
        Assert.Null((await UserAsync("mei@contoso.example")).LeftStaffAt);

        // And then nothing any more: whoever looks after what is nobody's is told of it.
        provider.Person = Person("one", "mei@contoso.example", roles: []);
        using var third = portal.CreatePortalClient();
        await GoAsync(third, await third.GetAsync("/account/sign-in"));
        Assert.Empty(await RolesAsync(user.Id));
        Assert.Equal(portal.Clock.GetCurrentInstant(), (await UserAsync("mei@contoso.example")).LeftStaffAt);
        Assert.StartsWith("/account/sign-in?", (await again.GetAsync("/account")).Path, StringComparison.Ordinal);
        Assert.Equal(
            [
                "sign-in.done", "sign-in.done", "sign-in.done", "user.added-by-single-sign-on",
                "user.roles-by-single-sign-on", "user.roles-by-single-sign-on", "user.roles-by-single-sign-on",
            ],
            (await portal.InDatabaseAsync(db => db.AuditEntries.Where(entry => entry.SubjectId == $"{user.Id}")
                .Select(entry => entry.Action).ToListAsync())).Order(StringComparer.Ordinal));
        Assert.Equal(3, provider.Exchanged);
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
            Person("full width", "\uff4dei@contoso.example"),
        })
        {
            provider.Person = person;
            await AssertRefusedAsync("Accounts.Sso.NoAccount");
        }

        // One address in the token, another that is verified in the user information.
        provider.Person = Person("mixed", "mei@contoso.example");
        provider.Person.Remove("email_verified");
        provider.UserInformation = Person("mixed", "other@contoso.example");
        await AssertRefusedAsync("Accounts.Sso.NoAccount");
        provider.UserInformation = null;

        // A token that somebody else has signed, and a way back that nobody went.
        provider.Person = Person("six", "mei@contoso.example");
        provider.SignsWithAnotherKey = true;
        await AssertRefusedAsync("Accounts.Sso.Failed");
        provider.SignsWithAnotherKey = false;

        // A token for somebody else, of somebody else, of another sign-in, of yesterday.
        foreach (var spoilt in new Action<SecurityTokenDescriptor>[]
        {
            token => token.Audience = "another portal",
            token => token.Issuer = "https://elsewhere.example",
            token => token.Claims["nonce"] = "of another",
            token => token.Claims.Remove("nonce"),
            token => (token.IssuedAt, token.NotBefore, token.Expires) =
                (DateTime.UnixEpoch, DateTime.UnixEpoch, DateTime.UnixEpoch.AddHours(1)),
        })
        {
            provider.Spoils = spoilt;
            await AssertRefusedAsync("Accounts.Sso.Failed");
        }

        provider.Spoils = null;
        using var browser = portal.CreatePortalClient();
        var page = await browser.GetAsync("/account/sign-in/sso/callback?code=1&state=2");
        Assert.Equal([portal.Words("en", "Accounts.Sso.Failed")], page.ErrorSummary);

        // A way back that another browser has begun: nobody is signed in as somebody else by a link.
        using var attacker = portal.CreatePortalClient();
        var back = await AwayAsync(attacker, await attacker.GetAsync("/account/sign-in"));
        page = await browser.GetAsync(back);
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

    [Fact]
    public async Task A_deactivated_account_is_not_given_a_second_way_in_for_later()
    {
        await portal.InDatabaseAsync(async db =>
        {
            db.Add(new PortalUser("Gone", "Away")
            {
                UserName = "gone@contoso.example",
                NormalizedUserName = "GONE@CONTOSO.EXAMPLE",
                Email = "gone@contoso.example",
                LockoutEnd = PortalUser.Forever,
            });
            await db.SaveChangesAsync();
        });
        provider.Person = Person("gone", "gone@contoso.example");
        await AssertRefusedAsync("Accounts.Sso.NoAccount");
        Assert.Equal(0, await portal.InDatabaseAsync(db => db.UserLogins.CountAsync()));
        Assert.Empty(await RolesAsync((await UserAsync("gone@contoso.example")).Id));
    }

    [Fact]
    public async Task An_authenticator_is_asked_for_unless_the_provider_has_asked_for_a_second_factor()
    {
        provider.Person = Person("careful", "careful@contoso.example", roles: ["hosts"]);
        using var browser = portal.CreatePortalClient();
        await GoAsync(browser, await browser.GetAsync("/account/sign-in"));
        var page = await browser.GetAsync("/account/second-factor");
        var authenticator = new Authenticator(page.Get("#factor-key").TextContent);
        await page.SubmitAsync(new() { ["Code"] = authenticator.Code() });

        using var other = portal.CreatePortalClient();
        page = await GoAsync(other, await other.GetAsync("/account/sign-in?ReturnUrl=%2Faccount%2Fmail%3Fa%3Db"));
        Assert.Equal(portal.Words("en", "Accounts.Code.Title"), page.Heading);
        Assert.StartsWith("/account/sign-in?", (await other.GetAsync("/account")).Path, StringComparison.Ordinal);
        page = await page.SubmitAsync(new() { ["Code"] = "000000" });
        Assert.Equal(portal.Words("en", "Accounts.Code.Wrong"), page.Errors["Code"]);
        Assert.Equal("/account/mail?a=b", (await page.SubmitAsync(new() { ["Code"] = authenticator.Code(1) })).Path);

        provider.Person["amr"] = new[] { "pwd", "mfa" };
        using var third = portal.CreatePortalClient();
        Assert.Equal("/resources", (await GoAsync(third, await third.GetAsync("/account/sign-in"))).Path);
    }

    [Fact]
    public async Task A_role_that_needs_two_factors_needs_them_after_single_sign_on_too()
    {
        await portal.DisposeAsync();
        portal = Portal(folder, ("SecondFactor:Required", "true"));
        provider.Person = Person("desk", "desk@contoso.example");
        using var browser = portal.CreatePortalClient();
        var page = await GoAsync(browser, await browser.GetAsync("/account/sign-in"));
        Assert.StartsWith("/account/second-factor?", page.Path, StringComparison.Ordinal);
        Assert.StartsWith("/account/second-factor", (await browser.GetAsync("/staff")).Path, StringComparison.Ordinal);

        provider.Person["amr"] = new[] { "mfa" };
        using var other = portal.CreatePortalClient();
        Assert.Equal("/staff", (await GoAsync(other, await other.GetAsync("/account/sign-in"))).Path);
    }

    [Fact]
    public async Task A_subject_of_another_provider_is_somebody_else()
    {
        provider.Person = Person("1", "first@contoso.example");
        using var browser = portal.CreatePortalClient();
        await GoAsync(browser, await browser.GetAsync("/account/sign-in"));
        await provider.DisposeAsync();
        await portal.DisposeAsync();
        provider = await IdentityProvider.StartAsync();
        portal = Portal(folder);
        provider.Person = Person("1", "second@contoso.example");
        using var other = portal.CreatePortalClient();
        await GoAsync(other, await other.GetAsync("/account/sign-in"));
        var page = await other.GetAsync("/account");
        Assert.Contains("second@contoso.example", page.Source, StringComparison.Ordinal);
        Assert.DoesNotContain("first@contoso.example", page.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_that_is_away_is_said_on_the_sign_in_page()
    {
        await provider.DisposeAsync();
        using var browser = portal.CreatePortalClient();
        var page = await (await browser.GetAsync("/account/sign-in?ReturnUrl=%2Fassist")).SubmitFormAsync("#sso-form");
        Assert.Equal([portal.Words("en", "Accounts.Sso.Failed")], page.ErrorSummary);
        Assert.Equal("/assist", page.Value("ReturnUrl"));
    }

    [Fact]
    public async Task An_address_that_the_provider_gave_to_somebody_else_does_not_give_them_the_account()
    {
        provider.Person = Person("old", "role@contoso.example");
        using var browser = portal.CreatePortalClient();
        await GoAsync(browser, await browser.GetAsync("/account/sign-in"));
        var id = await portal.InDatabaseAsync(
            db => db.Users.Where(user => user.Email == "role@contoso.example").Select(user => user.Id).SingleAsync());
        provider.Person = Person("new", "role@contoso.example");
        await AssertRefusedAsync("Accounts.Sso.NoAccount");

        // Until an administrator has made sure of it.
        using var administrator = portal.CreatePortalClient();
        await administrator.SignInAsync(DemoAccounts.Administrator);
        await (await administrator.GetAsync($"/staff/users/{id}")).SubmitFormAsync(
            $"form[action='/staff/users/{id}/second-factor/remove']");
        Assert.Equal("/staff", (await GoAsync(browser, await browser.GetAsync("/account/sign-in"))).Path);
        Assert.Equal(
            ["account.news.factors-taken", "account.news.single-sign-on"],
            (await portal.InDatabaseAsync(db => db.Set<AssistPortal.Mail.Queue.OutboxMail>()
                .Where(mail => mail.Recipient == "role@contoso.example").Select(mail => mail.Cause).ToListAsync()))
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_was_typed_before_the_session_ended_is_there_again_for_the_same_person_alone()
    {
        provider.Person = Person("typist", "typist@contoso.example", roles: ["hosts"]);
        using var browser = portal.CreatePortalClient();
        await GoAsync(browser, await browser.GetAsync("/account/sign-in"));
        var settings = await browser.GetAsync("/account/mail");
        var typed = settings.Prepare(new() { ["TimeZone"] = "Asia/Taipei" });
        var page = await browser.PostAsync(
            "/account/sign-out?from=%2Faccount%2Fmail", [.. typed.Fields]);
        Assert.Equal(portal.Words("en", "Accounts.SignedOut.Title"), page.Heading);
        var form = await page.SubmitAsync();
        Assert.Contains(portal.Words("en", "Accounts.SignIn.Carried"), form.Text, StringComparison.Ordinal);

        // Somebody who has no account keeps it in the page; another one does not get it.
        provider.Person = Person("stranger", "stranger@elsewhere.example");
        var refused = await GoAsync(browser, form);
        Assert.Equal([portal.Words("en", "Accounts.Sso.NoAccount")], refused.ErrorSummary);
        provider.Person = Person("other", "other@contoso.example", roles: ["hosts"]);
        Assert.Equal("/resources", (await GoAsync(browser, refused)).Path);
        Assert.Equal("/resources", (await browser.GetAsync("/account/sign-in/sso/again")).Path);

        await (await browser.GetAsync("/account")).SubmitFormAsync("form[action='/account/sign-out']");
        provider.Person = Person("typist", "typist@contoso.example", roles: ["hosts"]);
        page = await GoAsync(browser, form);
        Assert.Equal(
            ("/account/sign-in/sso/again", portal.Words("en", "Accounts.Again.Title")), (page.Path, page.Heading));
        page = await page.SubmitAsync();
        Assert.Contains(portal.Words("en", "Accounts.Settings.Saved"), page.Text, StringComparison.Ordinal);
        Assert.Equal("Asia/Taipei", await portal.InDatabaseAsync(db => db.Users
            .Where(user => user.Email == "typist@contoso.example").Select(user => user.TimeZone).SingleAsync()));
    }

    private PortalFactory Portal(PortalFolder at, params (string Name, string Value)[] settings) =>
        PortalFactory.With(new PortalSetup
        {
            Folder = at,
            Settings = new Dictionary<string, string>(
                settings.ToDictionary(setting => setting.Name, setting => setting.Value), StringComparer.Ordinal)
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

    private Task<PortalUser> UserAsync(string email) =>
        portal.InDatabaseAsync(db => db.Users.AsNoTracking().SingleAsync(user => user.UserName == email));

    private Task<List<string?>> RolesAsync(Guid userId) => portal.InDatabaseAsync(db => db.UserRoles
        .Where(link => link.UserId == userId)
        .Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name)
        .ToListAsync());

    /// <summary>Goes to the provider and back, as a browser does.</summary>
    private async Task<PortalPage> GoAsync(PortalClient browser, PortalPage form) =>
        await browser.GetAsync(await AwayAsync(browser, form));

    /// <summary>Goes to the provider.</summary>
    /// <returns>The way back.</returns>
    private async Task<string> AwayAsync(PortalClient browser, PortalPage form)
    {
        using var away = await browser.SendOnceAsync(
            HttpMethod.Post,
            "/account/sign-in/sso",
            [
                .. form.All("#sso-form input").Select(field => KeyValuePair.Create(
                    field.GetAttribute("name")!, field.GetAttribute("value") ?? "")),
            ]);
        Assert.StartsWith(provider.Address, away.Headers.Location!.ToString(), StringComparison.Ordinal);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        using var back = await http.GetAsync(away.Headers.Location);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        return back.Headers.Location!.PathAndQuery;
    }
}
