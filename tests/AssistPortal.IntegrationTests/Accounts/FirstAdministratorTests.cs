using System.Net;
using System.Text.RegularExpressions;
using AssistPortal.Data.Accounts;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace AssistPortal.IntegrationTests.Accounts;

public sealed partial class FirstAdministratorTests
{
    private const string Address = "/account/first-administrator";
    private static readonly PortalSetup Production = new() { Environment = Environments.Production, Demo = false };

    [Fact]
    public async Task Production_begins_without_users_and_makes_one_administrator_with_the_code_of_the_log()
    {
        using var portal = PortalFactory.With(Production);
        using var browser = portal.CreatePortalClient();
        Assert.Equal(0, await portal.InDatabaseAsync(db => db.Users.CountAsync()));
        Assert.Contains(portal.Log.Lines, line => line.Message.Contains(
            $"{PortalFactory.PublicAddress}account/first-administrator", StringComparison.Ordinal));

        var form = await browser.GetAsync(Address);
        var wrong = await form.SubmitAsync(Fields("0123456789abcdef0123456789abcdef"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(portal.Words("en", "Accounts.First.Code.Wrong"), wrong.Errors["Code"]);
        Assert.Equal(0, await portal.InDatabaseAsync(db => db.Users.CountAsync()));

        var home = await wrong.SubmitAsync(Fields($"  {Code(portal).ToUpperInvariant()} "));
        if (home.Status == HttpStatusCode.UnprocessableEntity)
        {
            home = await home.SubmitAsync(Fields(Code(portal)));
        }

        Assert.Equal(HttpStatusCode.OK, home.Status);
        Assert.Equal("/account/second-factor?ReturnUrl=%2F", home.Path);
        var roles = await portal.InDatabaseAsync(db => db.UserRoles
            .Join(db.Roles, link => link.RoleId, role => role.Id, (_, role) => role.Name).ToListAsync());
        Assert.Equal([PortalRoles.Administrator], roles);
        Assert.Equal(
            ["administrator.first", "sign-in.done"],
            await portal.InDatabaseAsync(db => db.AuditEntries.OrderBy(entry => entry.Id)
                .Select(entry => entry.Action).ToListAsync()));

        using var stranger = portal.CreatePortalClient();
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(Address)).Status);
        var late = await stranger.GetAsync("/account/sign-in");
        var (_, token) = late.Prepare();
        var second = await stranger.PostAsync(
            Address, Fields(Code(portal))
                .Select(field => KeyValuePair.Create(field.Key, field.Value!))
                .Concat(token.Where(field => field.Key == "__RequestVerificationToken")));
        Assert.Equal(HttpStatusCode.NotFound, second.Status);
        Assert.Equal(1, await portal.InDatabaseAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_new_start_makes_a_new_code_and_the_old_one_is_worth_nothing()
    {
        using var folder = new PortalFolder();
        string old;
        using (var before = PortalFactory.With(Production with { Folder = folder }))
        {
            _ = before.Services;
            old = Code(before);
        }

        using var portal = PortalFactory.With(Production with { Folder = folder });
        using var browser = portal.CreatePortalClient();
        Assert.NotEqual(old, Code(portal));
        var page = await (await browser.GetAsync(Address)).SubmitAsync(Fields(old));
        Assert.Equal(portal.Words("en", "Accounts.First.Code.Wrong"), page.Errors["Code"]);
        Assert.StartsWith(
            "/account/second-factor", (await page.SubmitAsync(Fields(Code(portal)))).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Code", "", "Accounts.First.Code.Missing")]
    [InlineData("FirstName", " ", "Accounts.First.FirstName.Missing")]
    [InlineData("LastName", "", "Accounts.First.LastName.Missing")]
    [InlineData("Email", "", "Accounts.SignIn.Email.Missing")]
    [InlineData("Email", "ada", "Shared.Error.Email")]
    [InlineData("Password", "too short", "Accounts.First.Password.TooShort|12")]
    public async Task Each_wrong_field_has_its_message(string field, string value, string sentence)
    {
        using var portal = PortalFactory.With(Production);
        using var browser = portal.CreatePortalClient();
        var fields = Fields("0123456789abcdef0123456789abcdef");
        fields[field] = value;
        foreach (var language in PortalWords.Languages)
        {
            browser.AcceptLanguage = PortalWords.BrowserOf(language);
            var page = await (await browser.GetAsync(Address)).SubmitAsync(fields);
            Assert.Equal(portal.Words(language, sentence), page.Errors[field]);
        }
    }

    [Fact]
    public async Task The_demo_has_an_administrator_and_so_no_such_page()
    {
        using var portal = new PortalFactory();
        using var browser = portal.CreatePortalClient();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Address)).Status);
        Assert.DoesNotContain(
            portal.Log.Lines, line => line.Message.Contains("one-time code", StringComparison.Ordinal));
    }

    private static Dictionary<string, string?> Fields(string code) => new(StringComparer.Ordinal)
    {
        ["Code"] = code,
        ["FirstName"] = "Ada",
        ["LastName"] = "Lindqvist",
        ["Email"] = "ada@portal.example",
        ["Password"] = "a long enough password",
    };

    private static string Code(PortalFactory portal) => portal.Log.Lines
        .Select(line => OneTimeCode().Match(line.Message))
        .Single(match => match.Success).Value;

    [GeneratedRegex("(?<=one-time code: )[0-9a-f]{32}", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex OneTimeCode();
}
