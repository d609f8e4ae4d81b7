using System.Net;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Mail.Accounts;
using AssistPortal.Mail.Desk;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.IntegrationTests.Accounts;

/// <summary>Whoever's way into the portal is changed is told so by mail, which nobody can keep from them.</summary>
public sealed class AccountNewsTests(AccountNewsTests.Room room) : IClassFixture<AccountNewsTests.Room>
{
    private const string NewPassword = "quite another phrase";

    private readonly PortalFactory portal = room.Portal;

    [Fact]
    public async Task Each_change_is_told_in_the_language_of_mails_without_anything_that_acts()
    {
        var email = await portal.AddUserAsync("Told");
        await portal.InDatabaseAsync(async db =>
        {
            (await db.Users.SingleAsync(user => user.Email == email)).ChooseMailLanguage("zh-Hant");
            await db.SaveChangesAsync();
        });
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(email);

        var page = await (await browser.GetAsync("/account")).SubmitFormAsync(
            "#password-form", new() { ["CurrentPassword"] = "wrong", ["NewPassword"] = NewPassword });
        await AssertToldAsync(email);
        await page.SubmitFormAsync(
            "#password-form", new() { ["CurrentPassword"] = DemoAccounts.Password, ["NewPassword"] = NewPassword });
        await AssertToldAsync(email, AccountChange.Password);

        page = await browser.GetAsync("/account/second-factor");
        var authenticator = new Authenticator(page.Get("#factor-key").TextContent);
        page = await page.SubmitAsync(new() { ["Code"] = "12345x" });
        await AssertToldAsync(email);
        await page.SubmitAsync(new() { ["Code"] = authenticator.Code() });
        await AssertToldAsync(email, AccountChange.FactorOn);
        await (await browser.GetAsync("/account")).SubmitFormAsync("#codes-form");
        await AssertToldAsync(email, AccountChange.RecoveryCodes);
        await (await browser.GetAsync("/account")).SubmitFormAsync("#factor-off-form");
        await AssertToldAsync(email, AccountChange.FactorOff);

        using var key = new SoftwareKey();
        page = await browser.AddPasskeyAsync(key);
        Assert.Contains(portal.Words("en", "OwnAccount.Notice.PasskeyAdded"), page.Text, StringComparison.Ordinal);
        await AssertToldAsync(email, AccountChange.PasskeyAdded);
        var edit = page.Get("a[href^='/account/passkeys/']").GetAttribute("href")!;
        await (await browser.GetAsync(edit)).SubmitFormAsync("#remove-form");
        await AssertToldAsync(email, AccountChange.PasskeyRemoved);
    }

    [Fact]
    public async Task What_others_do_to_an_account_is_told_to_its_owner_a_new_address_to_the_former_one()
    {
        var email = await portal.AddUserAsync("Former");
        using var browser = portal.CreatePortalClient();
        using var administrator = portal.CreatePortalClient();
        await browser.SignInAsync(email);
        using var key = new SoftwareKey();
        await browser.AddPasskeyAsync(key);
        await AssertToldAsync(email, "en", AccountChange.PasskeyAdded);

        await administrator.SignInAsync("admin@demo.example");
        var id = await portal.InDatabaseAsync(
            db => db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync());
        await (await administrator.GetAsync($"/staff/users/{id}")).SubmitFormAsync(
            $"form[action='/staff/users/{id}/second-factor/remove']");
        await AssertToldAsync(email, "en", AccountChange.FactorsTaken);
        await (await administrator.GetAsync($"/staff/users/{id}")).SubmitAsync(new() { ["FirstName"] = "Renamed" });
        await AssertToldAsync(email, "en");
        await (await administrator.GetAsync($"/staff/users/{id}")).SubmitAsync(new() { ["Email"] = "x" + email });
        var mail = await AssertToldAsync(email, "en", AccountChange.Email);
        Assert.DoesNotContain("x" + email, mail!.TextBody, StringComparison.Ordinal);

        // Whoever sets a password by a mailed link is told too, but for the first one of an invitation.
        using var owner = portal.CreatePortalClient();
        foreach (var (password, told) in new[] { (NewPassword, true), (DemoAccounts.Password, false) })
        {
            await portal.InDatabaseAsync(async db =>
            {
                var user = await db.Users.SingleAsync(row => row.Id == id);
                user.PasswordHash = told ? user.PasswordHash : null;
                await db.SaveChangesAsync();
            });
            await using var scope = portal.Services.CreateAsyncScope();
            var link = await scope.ServiceProvider.GetRequiredService<PasswordLinks>().MakeKeyAsync(id, "x" + email);
            var page = await (await owner.GetAsync($"/account/set-password?token={link}")).SubmitAsync(
                new() { ["NewPassword"] = password });
            Assert.Equal("/account/sign-in", page.Path);
            await AssertToldAsync("x" + email, "en", told ? [AccountChange.Password] : []);
        }
    }

    [Fact]
    public async Task An_act_whose_mail_cant_be_written_is_not_done()
    {
        var email = await portal.AddUserAsync("Untold");
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(email);
        var form = await browser.GetAsync("/account");
        room.Refused.Recipient = email;
        Assert.True((int)(await form.SubmitFormAsync(
            "#password-form",
            new() { ["CurrentPassword"] = DemoAccounts.Password, ["NewPassword"] = NewPassword })).Status >= 500);
        using var key = new SoftwareKey();
        Assert.True((int)(await browser.AddPasskeyAsync(key)).Status >= 500);
        room.Refused.Recipient = null;

        using var again = portal.CreatePortalClient();
        await again.SignInAsync(email, DemoAccounts.Password);
        Assert.False(await portal.InDatabaseAsync(db => db.AuditEntries.AnyAsync(entry =>
            (entry.Action == "passkey.added" || entry.Action == "user.password-changed")
            && db.Users.Any(user => user.Email == email && entry.SubjectId == user.Id.ToString()))));
    }

    [Fact]
    public async Task Nobody_keeps_such_a_mail_back()
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<PortalDbContext>();
        var user = await db.Users.SingleAsync(row => row.Email == Journeys.OtherHost);
        services.GetRequiredService<IAccountNews>().Tell(user, AccountChange.Password);
        await db.SaveChangesAsync();
        var mail = await db.Set<OutboxMail>().SingleAsync(
            row => row.Recipient == Journeys.OtherHost && row.Cause.StartsWith(OutboxMail.AccountNews));
        Assert.Equal(
            MailAct.ChangedMeanwhile,
            await services.GetRequiredService<MailDesk>().HoldAsync(
                mail.Id, MailDesk.SeenOf(mail), user.Id, CancellationToken.None));
        using var coordinator = portal.CreatePortalClient();
        await coordinator.SignInAsync("coordinator@demo.example");
        var page = await coordinator.GetAsync($"/staff/mail/{mail.Id}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Find("#hold-form"));
    }

    private Task<OutboxMail?> AssertToldAsync(string email, params AccountChange[] changes) =>
        AssertToldAsync(email, "zh-Hant", changes);

    /// <summary>Since the last time, and nothing else.</summary>
    private async Task<OutboxMail?> AssertToldAsync(string email, string language, params AccountChange[] changes)
    {
        var mails = await portal.InDatabaseAsync(async db =>
        {
            var rows = await db.Set<OutboxMail>().AsNoTracking().Where(mail =>
                mail.Recipient == email && mail.Cause.StartsWith(OutboxMail.AccountNews)).ToListAsync();
            await db.Set<OutboxMail>().Where(mail => mail.Recipient == email).ExecuteDeleteAsync();
            return rows;
        });
        Assert.Equal(changes.Select(AccountNewsMail.CauseOf), mails.Select(mail => mail.Cause));
        foreach (var mail in mails)
        {
            Assert.Equal(language, mail.Language);
            Assert.Equal(
                changes[0] == AccountChange.Email ? [] : [$"{PortalFactory.PublicAddress}account"],
                mail.TextBody.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                    .Where(word => word.Contains("://", StringComparison.Ordinal)).Distinct());
            Assert.DoesNotContain("token", mail.HtmlBody, StringComparison.OrdinalIgnoreCase);
        }

        return mails.SingleOrDefault();
    }

    public sealed class Room : IDisposable
    {
        public Room() => Portal = PortalFactory.With(new PortalSetup
        {
            Services = services =>
            {
                Managing.LinksTests.WithoutWorkers.Services(services);
                services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(Refused));
            },
        });

        public PortalFactory Portal { get; }

        internal RefusedMails Refused { get; } = new();

        public void Dispose() => Portal.Dispose();
    }

    /// <summary>Lets no mail to somebody be saved.</summary>
    internal sealed class RefusedMails : SaveChangesInterceptor
    {
        public string? Recipient { get; set; }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
            DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            var mails = eventData.Context!.ChangeTracker.Entries<OutboxMail>();
            return mails.Any(mail => mail.Entity.Recipient == Recipient)
                ? throw new DbUpdateException("No mail.")
                : ValueTask.FromResult(result);
        }
    }
}
