using System.Net;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.SignIn;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.SignIn;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.IntegrationTests.Accounts;

/// <summary>What somebody tries who wants to get in as another.</summary>
public sealed class SignInAttackTests(SignInAttackTests.Room room) : IClassFixture<SignInAttackTests.Room>
{
    private const int AtOnce = 5;

    private readonly PortalFactory portal = room.Portal;

    [Fact]
    public async Task A_code_and_a_recovery_code_are_good_once_of_many_at_the_same_moment_too()
    {
        var email = await portal.AddUserAsync("Hasty");
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(email);
        var page = await browser.GetAsync("/account/second-factor");
        var authenticator = new Authenticator(page.Get("#factor-key").TextContent);
        var shown = authenticator.Code();
        page = await page.SubmitAsync(new() { ["Code"] = shown });
        var recovery = page.All("#recovery-codes li")[0].TextContent;

        // The code that set it up has been shown on that page, and lets nobody in.
        foreach (var (code, times, most) in new[]
        {
            (shown, 1, 0), (authenticator.Code(1), 2, 1), (recovery, 2, 1),
        })
        {
            var (thieves, forms) = (new List<PortalClient>(), new List<PortalPage>());
            for (var number = 0; number < times; number++)
            {
                thieves.Add(portal.CreatePortalClient());
                forms.Add(await (await thieves[^1].GetAsync("/account/sign-in")).SubmitAsync(
                    new() { ["Email"] = email, ["Password"] = DemoAccounts.Password }));
            }

            var entered = await SendAllAsync(forms.Select((form, number) =>
                (thieves[number], form.Prepare(new() { ["Code"] = code }))));
            thieves.ForEach(thief => thief.Dispose());
            Assert.InRange(entered, 0, most);
        }

        Assert.Empty(portal.Log.Errors);
    }

    [Fact]
    public async Task A_mailed_link_sets_one_password_of_many_at_once_and_ends_what_was_known_of_the_account()
    {
        var email = await portal.AddUserAsync("Linked");
        using var thief = portal.CreatePortalClient();
        await thief.SignInAsync(email);
        var id = await portal.InDatabaseAsync(
            db => db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync());
        await using var scope = portal.Services.CreateAsyncScope();
        var link = await scope.ServiceProvider.GetRequiredService<PasswordLinks>().MakeKeyAsync(id, email);
        var browsers = Enumerable.Range(0, AtOnce).Select(_ => portal.CreatePortalClient()).ToList();
        var forms = await Task.WhenAll(browsers.Select(
            browser => browser.GetAsync($"/account/set-password?token={link}")));
        var set = await SendAllAsync(forms.Select((form, number) => (
            browsers[number], form.Prepare(new() { ["NewPassword"] = $"phrase of number {number}" }))));
        Assert.Equal(1, set);
        browsers.ForEach(browser => browser.Dispose());

        Assert.StartsWith("/account/sign-in?", (await thief.GetAsync("/account")).Path, StringComparison.Ordinal);
        Assert.Equal(1, await portal.InDatabaseAsync(
            db => db.Set<AssistPortal.Data.SignIn.KnownDevice>().CountAsync(device => device.UserId == id)));
        using var late = portal.CreatePortalClient();
        var page = await (await late.GetAsync($"/account/set-password?token={link}")).SubmitAsync(
            new() { ["NewPassword"] = "phrase of somebody late" });
        Assert.Equal("/account/set-password", page.Path);
        Assert.Empty(portal.Log.Errors);
    }

    [Fact]
    public async Task Whoever_reads_the_mails_of_an_account_guesses_no_more_codes_by_more_links()
    {
        var email = await portal.AddUserAsync("Read");
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(email);
        var page = await browser.GetAsync("/account/second-factor");
        var authenticator = new Authenticator(page.Get("#factor-key").TextContent);
        await page.SubmitAsync(new() { ["Code"] = authenticator.Code() });
        var id = await portal.InDatabaseAsync(
            db => db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync());
        var looked = 0;
        for (var turn = 0; turn < 3; turn++)
        {
            await using var scope = portal.Services.CreateAsyncScope();
            var link = await scope.ServiceProvider.GetRequiredService<PasswordLinks>().MakeKeyAsync(id, email);
            var password = $"phrase of turn {turn}";
            using var thief = portal.CreatePortalClient();
            page = await (await thief.GetAsync($"/account/set-password?token={link}")).SubmitAsync(
                new() { ["NewPassword"] = password });
            page = await page.SubmitAsync(new() { ["Email"] = email, ["Password"] = password });
            for (var number = 0; number < SignInLimits.FreeCodes; number++)
            {
                page = await page.SubmitAsync(new() { ["Code"] = "111111" });
                looked += page.Status == HttpStatusCode.TooManyRequests ? 0 : 1;
            }
        }

        Assert.Equal(SignInLimits.FreeCodes, looked);
    }

    [Fact]
    public async Task A_passkey_whose_owner_nobody_has_verified_is_none_and_each_change_ends_other_sessions()
    {
        var email = await portal.AddUserAsync("Keyed");
        using var browser = portal.CreatePortalClient();
        using var elsewhere = portal.CreatePortalClient();
        await browser.SignInAsync(email);
        await elsewhere.SignInAsync(email);
        using var key = new SoftwareKey { VerifiesOwner = false };
        var page = await browser.AddPasskeyAsync(key);
        Assert.Contains(
            portal.Words("en", "OwnAccount.Passkey.Refused.Failed"), page.Text, StringComparison.Ordinal);
        Assert.Equal("/account", (await elsewhere.GetAsync("/account")).Path);

        key.VerifiesOwner = true;
        page = await browser.AddPasskeyAsync(key);
        Assert.Contains(portal.Words("en", "OwnAccount.Notice.PasskeyAdded"), page.Text, StringComparison.Ordinal);
        Assert.StartsWith("/account/sign-in?", (await elsewhere.GetAsync("/account")).Path, StringComparison.Ordinal);

        key.VerifiesOwner = false;
        page = await elsewhere.EnterAsync(key);
        Assert.Equal(portal.Words("en", "Accounts.Passkey.Wrong"), page.Errors["Email"]);
        key.VerifiesOwner = true;
        Assert.NotEqual("/account/sign-in", (await elsewhere.EnterAsync(key)).Path);
        var address = (await elsewhere.GetAsync("/account")).Get("a[href^='/account/passkeys/']").GetAttribute("href")!;
        await (await elsewhere.GetAsync(address)).SubmitFormAsync("#remove-form");
        Assert.Equal("/account", (await elsewhere.GetAsync("/account")).Path);
        Assert.StartsWith("/account/sign-in?", (await browser.GetAsync("/account")).Path, StringComparison.Ordinal);
        page = await browser.EnterAsync(key);
        Assert.Equal(portal.Words("en", "Accounts.Passkey.Wrong"), page.Errors["Email"]);
    }

    [Fact]
    public async Task A_form_that_the_portal_wrapped_for_an_attacker_is_not_carried_from_a_strangers_page()
    {
        using var attacker = portal.CreatePortalClient();
        var page = await attacker.PostAsync(
            "/account/session-ended?ReturnUrl=%2Faccount%2Fmail", [new("TimeZone", "Asia/Taipei")]);
        var wrapped = page.Get("input[name=Carried]").GetAttribute("value")!;
        using var browser = portal.CreatePortalClient();
        browser.FetchSite = "cross-site";
        page = await browser.PostAsync("/account/session-ended", [new("Carried", wrapped)]);
        Assert.Equal("/account/sign-in", page.Path);
        Assert.Null(page.Find("input[name=Carried]"));
        browser.FetchSite = "same-origin";
        page = await browser.PostAsync("/account/session-ended", [new("Carried", wrapped)]);
        Assert.NotNull(page.Find("input[name=Carried]"));
    }

    [Fact]
    public async Task A_session_that_somebody_has_planted_is_not_the_one_that_is_signed_in()
    {
        using var attacker = portal.CreatePortalClient();
        await attacker.SignInAsync(Journeys.OtherHost);
        using var browser = new PortalClient(portal);
        foreach (Cookie cookie in attacker.Cookies.GetAllCookies())
        {
            browser.Cookies.Add(cookie);
        }

        var planted = Session(attacker);
        await browser.GetAsync("/account/sign-in");
        await browser.SignInAsync(Journeys.Host);
        Assert.NotEqual(planted, Session(browser));
        Assert.Contains(
            Journeys.OtherHost, (await attacker.GetAsync("/account")).Text, StringComparison.OrdinalIgnoreCase);
        await (await browser.GetAsync("/account")).SubmitFormAsync("form[action='/account/sign-out']");
        Assert.Equal("/account", (await attacker.GetAsync("/account")).Path);
    }

    private static string Session(PortalClient browser) =>
        browser.Cookies.GetAllCookies().Single(cookie => cookie.Name == "portal-session").Value;

    /// <summary>Sends forms at the same moment.</summary>
    /// <returns>How many led on.</returns>
    private static async Task<int> SendAllAsync(
        IEnumerable<(PortalClient Browser, (string Action, IReadOnlyList<KeyValuePair<string, string>> Fields) Form)>
            forms)
    {
        var answers = await Task.WhenAll(forms.Select(item => Task.Run(async () =>
        {
            using var answer = await item.Browser.SendOnceAsync(HttpMethod.Post, item.Form.Action, item.Form.Fields);
            return answer.StatusCode;
        })));
        Assert.All(answers, status => Assert.InRange((int)status, 200, 499));
        return answers.Count(status => (int)status is >= 300 and < 400);
    }

    public sealed class Room : IDisposable
    {
        public PortalFactory Portal { get; } = PortalFactory.With(new PortalSetup
        {
            Services = services => services.Configure<SecurityStampValidatorOptions>(
                options => options.ValidationInterval = TimeSpan.Zero),
        });

        public void Dispose() => Portal.Dispose();
    }
}
