using System.Net;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.SignIn;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Accounts;

/// <summary>A portal on which staff need a second factor.</summary>
public sealed class SecondFactorTests(SecondFactorTests.Room room) : IClassFixture<SecondFactorTests.Room>
{
    private const string Page = "/account/second-factor";

    private readonly PortalFactory portal = room.Portal;

    [Fact]
    public async Task A_coordinator_sets_one_up_before_anything_else_and_signs_in_by_password_and_code()
    {
        const string Coordinator = "coordinator@demo.example";
        using var browser = portal.CreatePortalClient();
        var form = await browser.GetAsync("/staff/orders?status=placed");
        var page = await form.SubmitAsync(new() { ["Email"] = Coordinator, ["Password"] = DemoAccounts.Password });
        Assert.Equal($"{Page}?ReturnUrl=%2Fstaff%2Forders%3Fstatus%3Dplaced", page.Path);
        Assert.Contains(portal.Words("en", "OwnAccount.Factor.Required"), page.Text, StringComparison.Ordinal);
        foreach (var path in new[] { "/", "/staff", "/account", "/account/mail", "/times/zones", "/guide" })
        {
            Assert.StartsWith(Page, (await browser.GetAsync(path)).Path, StringComparison.Ordinal);
        }

        var authenticator = new Authenticator(page.Get("#factor-key").TextContent);
        page = await page.SubmitAsync(new() { ["Code"] = "12345x" });
        Assert.Equal(portal.Words("en", "OwnAccount.Factor.Code.Wrong"), page.Errors["Code"]);
        var shown = authenticator.Code();
        page = await page.SubmitAsync(new() { ["Code"] = $" {shown[..3]} {shown[3..]} " });
        var codes = page.Document.QuerySelectorAll("#recovery-codes li").Select(item => item.TextContent).ToList();
        Assert.Equal(10, codes.Distinct().Count());
        page = await page.FollowAsync("main a.btn-primary");
        Assert.Equal("/staff/orders?status=placed", page.Path);
        await AssertNothingIsReadableAsync(Coordinator, authenticator, codes);

        // In another browser, by password and code; the code is good once.
        using var other = portal.CreatePortalClient();
        page = await (await other.GetAsync("/staff/sites")).SubmitAsync(
            new() { ["Email"] = Coordinator, ["Password"] = DemoAccounts.Password });
        Assert.Equal("/account/sign-in/second-factor?ReturnUrl=%2Fstaff%2Fsites", page.Path);
        Assert.StartsWith("/account/sign-in?", (await other.GetAsync("/staff")).Path, StringComparison.Ordinal);
        page = await page.SubmitAsync(new() { ["Code"] = "" });
        Assert.Equal(portal.Words("en", "Accounts.Code.Missing"), page.Errors["Code"]);
        page = await page.SubmitAsync(new() { ["Code"] = "000000" });
        Assert.Equal(portal.Words("en", "Accounts.Code.Wrong"), page.Errors["Code"]);
        var code = authenticator.Code(1);
        Assert.Equal("/staff/sites", (await page.SubmitAsync(new() { ["Code"] = code })).Path);
        using var thief = portal.CreatePortalClient();
        Assert.Equal(
            portal.Words("en", "Accounts.Code.Wrong"), (await EnterAsync(thief, Coordinator, code)).Errors["Code"]);

        // A recovery code is good once too, in whatever case it is typed.
        using var third = portal.CreatePortalClient();
        Assert.Equal("/staff", (await EnterAsync(third, Coordinator, codes[3].ToLowerInvariant())).Path);
        using var fourth = portal.CreatePortalClient();
        page = await EnterAsync(fourth, Coordinator, codes[3]);
        Assert.Equal(portal.Words("en", "Accounts.Code.Wrong"), page.Errors["Code"]);

        // It may be replaced, but not removed: the role asks for one.
        page = await third.GetAsync("/account");
        Assert.Contains(portal.Words("en", "OwnAccount.Factor.On|9"), page.Text, StringComparison.Ordinal);
        page = await page.SubmitFormAsync("#factor-off-form");
        Assert.Contains(portal.Words("en", "OwnAccount.Refusal.Required"), page.Text, StringComparison.Ordinal);
        page = await (await page.SubmitFormAsync("#codes-form")).FollowAsync("main a.btn-primary");
        Assert.Equal("/account", page.Path);
        Assert.Contains(portal.Words("en", "OwnAccount.Factor.On|10"), page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_is_asked_for_none_but_may_have_one_and_remove_it()
    {
        using var browser = portal.CreatePortalClient();
        Assert.Equal("/resources", (await browser.SignInToFirstPageAsync(Journeys.Host)).Path);
        var page = await (await browser.GetAsync("/account")).FollowAsync($"a[href='{Page}']");
        var authenticator = new Authenticator(page.Get("#factor-key").TextContent);
        page = await page.SubmitAsync(new() { ["Code"] = authenticator.Code() });
        page = await page.FollowAsync("main a.btn-primary");

        // Wrong codes are limited, and a password alone changes nothing of it.
        using var thief = portal.CreatePortalClient();
        var told = await EnterAsync(thief, Journeys.Host, "111111");
        for (var number = 1; number < SignInLimits.FreeCodes; number++)
        {
            told = await told.SubmitAsync(new() { ["Code"] = "111111" });
        }

        told = await told.SubmitAsync(new() { ["Code"] = authenticator.Code(1) });
        Assert.Equal(HttpStatusCode.TooManyRequests, told.Status);
        Assert.Equal(portal.Words("en", "Accounts.Code.TooMany|15 minutes"), told.Errors["Code"]);

        // Who knows the password but not the code is no host who has mistyped: the host is told, once.
        await told.SubmitAsync(new() { ["Code"] = "111111" });
        Assert.Equal(1, await portal.InDatabaseAsync(db => db.Set<AssistPortal.Mail.Queue.OutboxMail>()
            .CountAsync(mail => mail.Recipient == Journeys.Host && mail.Cause == "account.news.wrong-codes")));

        // The owner's own device goes on.
        portal.Clock.Advance(Duration.FromSeconds(1));
        await (await browser.GetAsync("/account")).SubmitFormAsync("form[action='/account/sign-out']");
        Assert.Equal("/", (await EnterAsync(browser, Journeys.Host, authenticator.Code(1))).Path.Replace(
            "/resources", "/", StringComparison.Ordinal));
        page = await (await browser.GetAsync("/account")).SubmitFormAsync("#factor-off-form");
        Assert.Contains(portal.Words("en", "OwnAccount.Notice.FactorOff"), page.Text, StringComparison.Ordinal);
        portal.Clock.Advance(Duration.FromHours(1));
        Assert.Equal("/resources", (await thief.SignInToFirstPageAsync(Journeys.Host)).Path);
    }

    [Fact]
    public async Task What_was_typed_before_the_session_ended_goes_through_the_code_as_well()
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.OtherHost);
        var page = await browser.GetAsync(Page);
        var authenticator = new Authenticator(page.Get("#factor-key").TextContent);
        await page.SubmitAsync(new() { ["Code"] = authenticator.Code() });
        var settings = await browser.GetAsync("/account/mail");
        foreach (Cookie cookie in browser.Cookies.GetAllCookies())
        {
            cookie.Expired = cookie.Name.EndsWith("session", StringComparison.Ordinal);
        }

        page = await settings.SubmitAsync(new() { ["TimeZone"] = "Asia/Taipei" });
        page = await page.SubmitAsync(new() { ["Email"] = Journeys.OtherHost, ["Password"] = DemoAccounts.Password });
        Assert.Equal(portal.Words("en", "Accounts.Code.Title"), page.Heading);
        page = await page.SubmitAsync(new() { ["Code"] = "000000" });
        page = await page.SubmitAsync(new() { ["Code"] = authenticator.Code(1) });
        Assert.Equal(portal.Words("en", "Accounts.Again.Title"), page.Heading);
        page = await page.SubmitAsync();
        Assert.Contains(portal.Words("en", "Accounts.Settings.Saved"), page.Text, StringComparison.Ordinal);
    }

    private static async Task<PortalPage> EnterAsync(PortalClient browser, string email, string code)
    {
        var page = await (await browser.GetAsync("/account/sign-in")).SubmitAsync(
            new() { ["Email"] = email, ["Password"] = DemoAccounts.Password });
        return await page.SubmitAsync(new() { ["Code"] = code });
    }

    /// <summary>Whoever reads the database can't show the second factor.</summary>
    private async Task AssertNothingIsReadableAsync(
        string email, Authenticator authenticator, IReadOnlyList<string> codes)
    {
        var stored = await portal.InDatabaseAsync(db => db.UserTokens
            .Where(token => db.Users.Any(user => user.Id == token.UserId && user.Email == email))
            .Select(token => token.Value)
            .ToListAsync());
        Assert.Equal(2, stored.Count);
        Assert.DoesNotContain(stored, value => codes.Any(code => value!.Contains(code, StringComparison.Ordinal)));
        Assert.DoesNotContain(
            stored, value => value!.Length == 32 && new Authenticator(value).Code() == authenticator.Code());
    }

    public sealed class Room : IDisposable
    {
        public PortalFactory Portal { get; } = PortalFactory.With(new PortalSetup
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["SecondFactor:Required"] = "true" },
        });

        public void Dispose() => Portal.Dispose();
    }
}
