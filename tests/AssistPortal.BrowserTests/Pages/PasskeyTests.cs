using AssistPortal.BrowserTests.Browsing;
using AssistPortal.Data.Accounts;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Pages;

/// <summary>Signing in without a password, with the authenticator that Chromium has for tests.</summary>
public sealed class PasskeyTests : IAsyncLifetime
{
    private readonly PortalFactory portal = PortalFactory.With(new PortalSetup
    {
        Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["SecondFactor:Required"] = "true" },
    });

    private Uri address = null!;

    public async Task InitializeAsync()
    {
        await TestBrowser.OpenAsync();

        // A passkey belongs to a name, not to a number.
        address = new UriBuilder(portal.ListenForBrowsers()) { Host = "localhost" }.Uri;
    }

    public async Task DisposeAsync()
    {
        await portal.DisposeAsync();
        await TestBrowser.CloseAsync();
    }

    [Fact]
    public async Task An_administrator_adds_a_passkey_which_stands_for_both_factors_and_signs_in_by_it()
    {
        await using var visitor = await Visitor.ComeAsync(address, Look.Plain);
        try
        {
            await AddAuthenticatorAsync(visitor);
            await visitor.SignInAsync(DemoAccounts.Administrator);
            Assert.StartsWith("/account/second-factor", visitor.Path, StringComparison.Ordinal);
            await visitor.CheckAsync("second-factor");
            await visitor.At("#passkey-name").FillAsync("Key in the drawer");
            await visitor.PressAsync("[data-passkey] button");
            Assert.Equal("/account", visitor.Path);
            await Assertions.Expect(visitor.At("main")).ToContainTextAsync("Key in the drawer");
            await visitor.CheckAsync("own-account");

            await visitor.GoAsync("/staff/users");
            await visitor.At("details.menu:has(form[action='/account/sign-out']) summary").ClickAsync();
            await visitor.PressAsync("form[action='/account/sign-out'] button:not([type=button])");
            await visitor.GoAsync("/staff/users");
            await visitor.CheckAsync("sign-in-passkey");
            await visitor.PressAsync("[data-passkey] button");
            Assert.Equal("/staff/users", visitor.Path);

            // By the password alone, nothing of it can be changed, nor anything else be done.
            await visitor.Page.Context.ClearCookiesAsync();
            await visitor.SignInAsync(DemoAccounts.Administrator);
            Assert.StartsWith("/account/second-factor", visitor.Path, StringComparison.Ordinal);
            Assert.Equal(0, await visitor.At("#passkey-add, #Code").CountAsync());
            visitor.AssertNothingWrong();
        }
        catch (Exception fault) when (fault is not VisitException)
        {
            throw new VisitException(await visitor.DescribeAsync(), fault);
        }

        Assert.Equal(
            ["passkey.added", "sign-in.done", "sign-in.done", "sign-in.done"],
            (await portal.InDatabaseAsync(db => db.AuditEntries
                .Where(entry => entry.Action.StartsWith("sign-in.") || entry.Action.StartsWith("passkey."))
                .Select(entry => entry.Action).ToListAsync())).Order(StringComparer.Ordinal));
    }

    private static async Task AddAuthenticatorAsync(Visitor visitor)
    {
        var session = await visitor.Profile.NewCDPSessionAsync(visitor.Page);
        await session.SendAsync("WebAuthn.enable");
        var settings = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        };
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", settings);
    }
}
