using System.Net;
using AssistPortal.Data.Accounts;
using AssistPortal.TestSupport.Portal;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.IntegrationTests.Accounts;

/// <summary>The page of the own account, on a portal that asks with each request whether a session goes on.</summary>
public sealed class OwnAccountTests(OwnAccountTests.Room room) : IClassFixture<OwnAccountTests.Room>
{
    private const string NewPassword = "quite another phrase";

    private readonly PortalFactory portal = room.Portal;

    [Fact]
    public async Task Somebody_changes_the_password_and_is_signed_out_elsewhere()
    {
        using var browser = portal.CreatePortalClient();
        using var elsewhere = portal.CreatePortalClient();
        await elsewhere.SignInAsync(Journeys.Host);
        await browser.SignInAsync(Journeys.Host);
        var page = await browser.GetAsync("/account");
        foreach (var (current, next, field, sentence) in new[]
        {
            ("", NewPassword, "CurrentPassword", "OwnAccount.Password.Current.Missing"),
            ("not the password", NewPassword, "CurrentPassword", "OwnAccount.Password.Current.Wrong"),
            (DemoAccounts.Password, "short", "NewPassword", "Accounts.First.Password.TooShort|12"),
            (DemoAccounts.Password, "password1234", "NewPassword", "Accounts.Password.Common"),
        })
        {
            page = await page.SubmitFormAsync(
                "#password-form", new() { ["CurrentPassword"] = current, ["NewPassword"] = next });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Equal(portal.Words("en", sentence), Assert.Single(page.Errors, error => error.Key == field).Value);
        }

        page = await page.SubmitFormAsync(
            "#password-form", new() { ["CurrentPassword"] = DemoAccounts.Password, ["NewPassword"] = NewPassword });
        Assert.Contains(portal.Words("en", "OwnAccount.Notice.Password"), page.Text, StringComparison.Ordinal);
        await page.SubmitFormAsync("form[action='/preferences/language']");
        Assert.Equal("/resources", (await browser.GetAsync("/resources")).Path);
        Assert.StartsWith("/account/sign-in?", (await elsewhere.GetAsync("/resources")).Path, StringComparison.Ordinal);
        await elsewhere.SignInAsync(Journeys.Host, NewPassword);
    }

    [Fact]
    public async Task A_device_is_signed_out_from_another_one_and_then_all_of_them()
    {
        using var browser = portal.CreatePortalClient();
        using var lost = portal.CreatePortalClient();
        await lost.SignInAsync(Journeys.OtherHost);
        await browser.SignInAsync(Journeys.OtherHost);
        var page = await browser.GetAsync("/account");
        Assert.Contains(portal.Words("en", "OwnAccount.Device.This"), page.Text, StringComparison.Ordinal);

        var form = page.Document.QuerySelectorAll("form[action^='/account/devices/']").Single();
        page = await page.SubmitFormAsync($"form[action='{form.GetAttribute("action")}']");
        Assert.Contains(portal.Words("en", "OwnAccount.Notice.Device"), page.Text, StringComparison.Ordinal);
        Assert.StartsWith("/account/sign-in?", (await lost.GetAsync("/resources")).Path, StringComparison.Ordinal);
        Assert.Equal("/resources", (await browser.GetAsync("/resources")).Path);

        await lost.SignInAsync(Journeys.OtherHost);
        page = await page.SubmitFormAsync("#everywhere-form");
        Assert.Equal("/account/signed-out", page.Path);
        Assert.StartsWith("/account/sign-in?", (await lost.GetAsync("/resources")).Path, StringComparison.Ordinal);
        Assert.StartsWith("/account/sign-in?", (await browser.GetAsync("/resources")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_signs_out_here_stays_signed_in_elsewhere_and_nobody_touches_a_strangers_device()
    {
        using var browser = portal.CreatePortalClient();
        using var elsewhere = portal.CreatePortalClient();
        await elsewhere.SignInAsync("producer@demo.example");
        var page = await browser.SignInToFirstPageAsync("producer@demo.example");
        var (_, token) = (await browser.GetAsync("/account")).Prepare();
        await page.SubmitFormAsync("form[action='/account/sign-out']");
        Assert.Equal("/producer", (await elsewhere.GetAsync("/producer")).Path);

        using var stranger = portal.CreatePortalClient();
        await stranger.SignInAsync("coordinator@demo.example");
        var device = await portal.InDatabaseAsync(db => db.Set<AssistPortal.Data.SignIn.KnownDevice>()
            .Where(item => db.Users.Any(user => user.Id == item.UserId && user.Email == "producer@demo.example"))
            .Select(item => item.Id).FirstAsync());
        var (_, own) = (await stranger.GetAsync("/account")).Prepare();
        Assert.NotEqual(token, own);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await stranger.PostAsync($"/account/devices/{device}/sign-out", own)).Status);
    }

    [Fact]
    public async Task The_page_tells_of_sign_ins_in_each_language()
    {
        using var browser = portal.CreatePortalClient();
        await (await browser.GetAsync("/account/sign-in")).SubmitAsync(
            new() { ["Email"] = "admin@demo.example", ["Password"] = "not the password" });
        await browser.SignInAsync("admin@demo.example");
        foreach (var language in PortalWords.Languages)
        {
            browser.AcceptLanguage = PortalWords.BrowserOf(language);
            var page = await browser.GetAsync("/account");
            Assert.Equal(language, page.Language);
            var way = portal.Words(language, "OwnAccount.Way.Password");
            foreach (var outcome in new[] { "done", "failed" })
            {
                Assert.Contains(
                    portal.Words(language, $"OwnAccount.Recent.sign-in.{outcome}|{way}"),
                    page.Text,
                    StringComparison.Ordinal);
            }

            Assert.Contains(
                portal.Words(language, "OwnAccount.Passkeys.NoScript"), page.Source, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_passkey_that_nobody_asked_for_is_none()
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync("partner@demo.example");
        var page = await browser.GetAsync("/account");
        foreach (var credential in new[] { "", "{}", "no JSON", """{"id":"AA","response":{}}""" })
        {
            var told = await page.SubmitFormAsync("#passkey-add", new() { ["Credential"] = credential });
            Assert.Contains(
                portal.Words("en", "OwnAccount.Passkey.Refused.Failed"), told.Text, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/account/passkeys/AAAA")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/account/passkeys/!")).Status);
        using var guest = portal.CreatePortalClient();
        var form = await guest.GetAsync("/account/sign-in");
        foreach (var credential in new[] { "", "{}", "no JSON" })
        {
            var told = await form.SubmitFormAsync("#passkey-form", new() { ["Credential"] = credential });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
            Assert.Equal(portal.Words("en", "Accounts.Passkey.Wrong"), told.Errors["Email"]);
        }
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
