using System.Net;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.SignIn;
using AssistPortal.IntegrationTests.Managing;
using AssistPortal.Mail.Accounts;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.IntegrationTests.Accounts;

public sealed class ForgottenPasswordTests
{
    private const string Page = "/account/forgotten";

    [Fact]
    public async Task Any_address_gets_the_same_answer_by_the_same_work_and_accounts_get_a_mail()
    {
        const string Invited = "daniel.okafor@northwind.example";
        const string Deactivated = "producer@demo.example";
        var commands = new CountedCommands();
        await using var portal = PortalFactory.With(new PortalSetup
        {
            Services = services =>
            {
                LinksTests.WithoutWorkers.Services(services);
                services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(commands));
            },
        });
        await portal.InDatabaseAsync(db => db.EditAsync(
            db.Users.Where(user => user.Email == Invited), user => user.PasswordHash = null));
        await portal.InDatabaseAsync(db => db.EditAsync(
            db.Users.Where(user => user.Email == Deactivated), user => user.LockoutEnd = PortalUser.Forever));
        using var browser = portal.CreatePortalClient();
        var form = await (await browser.GetAsync("/account/sign-in")).FollowAsync($"a[href='{Page}']");

        var answers = new List<(int Commands, HttpStatusCode Status, string Text)>();
        foreach (var email in new[]
        {
            "warm.up@demo.example", Journeys.Host, "nobody@demo.example", Invited, Deactivated,
        })
        {
            commands.Count = 0;
            var answer = await form.SubmitAsync(new() { ["Email"] = email });
            Assert.Contains(email, answer.Text, StringComparison.Ordinal);
            answers.Add((
                commands.Count, answer.Status, answer.Text.Replace(email, "", StringComparison.Ordinal)));
        }

        Assert.Equal(HttpStatusCode.OK, answers[1].Status);
        Assert.Single(answers.Skip(1).Distinct());

        await using (var scope = portal.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<RequestedPasswords>().MailAsync(CancellationToken.None);
        }

        var mails = await portal.InDatabaseAsync(db => db.Set<OutboxMail>().AsNoTracking()
            .Where(mail => mail.Cause.StartsWith("account."))
            .Select(mail => new { mail.Recipient, mail.Cause })
            .ToListAsync());
        Assert.Equal(
            [(Invited, "account.invitation"), (Journeys.Host, "account.password")],
            mails.Select(mail => (mail.Recipient, mail.Cause)).Order());
        Assert.False(await portal.InDatabaseAsync(db => db.Set<PasswordRequest>().AnyAsync()));
    }

    [Fact]
    public async Task The_mailed_link_sets_a_password_but_A12_none_that_is_guessed_first()
    {
        await using var portal = new PortalFactory();
        using var browser = portal.CreatePortalClient();
        await (await browser.GetAsync(Page)).SubmitAsync(new() { ["Email"] = $" {Journeys.Host.ToUpperInvariant()}" });
        var user = await portal.InDatabaseAsync(
            db => db.Users.AsNoTracking().SingleAsync(user => user.Email == Journeys.Host));
        var mail = (await MailAsync(portal, user)).Text!;
        var word = mail.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .First(item => item.Contains("set-password?token=", StringComparison.Ordinal));
        var page = await browser.GetAsync(word[word.IndexOf("/account", StringComparison.Ordinal)..]);
        foreach (var (password, sentence) in new[]
        {
            ("password1234", "Accounts.Password.Common"),
            ("PassWord12345!", "Accounts.Password.Common"),
            ("aabbaabbaabb", "Accounts.Password.Common"),
            ($"{user.FirstName}-{user.LastName}1", "Accounts.Password.Name"),
            (user.Email!.ToUpperInvariant(), "Accounts.Password.Name"),
            ("eleven char", "Accounts.First.Password.TooShort|12"),
        })
        {
            page = await page.SubmitAsync(new() { ["NewPassword"] = password });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
            Assert.Equal(portal.Words("en", sentence), page.Errors["NewPassword"]);
            Assert.DoesNotContain(password, page.Source, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal("/account/sign-in", (await page.SubmitAsync(new() { ["NewPassword"] = "ßtreng geheim" })).Path);

        // Whoever has opened the mail is no stranger: those who guess meanwhile keep nobody waiting.
        using var stranger = portal.CreatePortalClient();
        var form = await stranger.GetAsync("/account/sign-in");
        for (var number = 0; number <= SignInLimits.FreeForAccount; number++)
        {
            await form.SubmitAsync(new() { ["Email"] = Journeys.Host, ["Password"] = "not the password" });
        }

        Assert.Equal("/resources", (await browser.SignInToFirstPageAsync(Journeys.Host, "ßtreng geheim")).Path);
        Assert.Equal(
            ["sign-in.done", "sign-in.failed", "sign-in.limited", "user.password-forgotten", "user.password-set"],
            (await portal.InDatabaseAsync(db => db.AuditEntries
                .Where(entry => entry.SubjectId == user.Id.ToString())
                .Select(entry => entry.Action)
                .Distinct()
                .ToListAsync())).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Too_many_requests_have_to_wait()
    {
        await using var portal = PortalFactory.With(LinksTests.WithoutWorkers);
        using var browser = portal.CreatePortalClient();
        var form = await browser.GetAsync(Page);
        for (var number = 0; number < PasswordRequests.MostForEmail; number++)
        {
            await form.SubmitAsync(new() { ["Email"] = Journeys.Host });
        }

        var page = await form.SubmitAsync(new() { ["Email"] = Journeys.Host });
        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Equal(portal.Words("en", "Accounts.Forgotten.TooMany|15 minutes"), page.Errors["Email"]);
        Assert.Equal(portal.Words("en", "Shared.Error.Email"), (await form.SubmitAsync(
            new() { ["Email"] = "nobody" })).Errors["Email"]);
    }

    private static async Task<TestSupport.Mail.ReadMail> MailAsync(PortalFactory portal, PortalUser user)
    {
        await using var scope = portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<RequestedPasswords>().MailAsync(CancellationToken.None);
        return (await portal.MailsAboutAsync(user.Id.ToString()))[^1].Read;
    }
}
