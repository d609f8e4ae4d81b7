using System.Net;
using AssistPortal.Data.Accounts;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Accounts;

public sealed class SecurityLogTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task A15_Who_came_in_and_who_was_refused_stands_in_the_audit_trail_and_without_their_data_in_the_log()
    {
        var before = await portal.InDatabaseAsync(db => db.AuditEntries.MaxAsync(entry => (long?)entry.Id)) ?? 0;
        using var browser = portal.CreatePortalClient();
        var form = await browser.GetAsync("/account/sign-in");
        await form.SubmitAsync(new() { ["Email"] = Journeys.Host, ["Password"] = "not the password" });
        await form.SubmitAsync(new() { ["Email"] = "stranger@demo.example", ["Password"] = "not the password" });
        await browser.SignInAsync(Journeys.Host);
        for (var number = 0; number < 2; number++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/staff/users")).Status);
        }

        using var guest = portal.CreatePortalClient();
        await (await guest.GetAsync("/account/set-password?token=none")).SubmitAsync(
            new() { ["NewPassword"] = "a long enough phrase" });
        await (await guest.GetAsync("/assist/manage/open?token=none")).SubmitAsync();
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await guest.PostAsync("/account/sign-in", [KeyValuePair.Create("Email", "a@b.example")])).Status);
        using var administrator = portal.CreatePortalClient();
        await administrator.SignInAsync(DemoAccounts.Administrator);
        var other = await portal.InDatabaseAsync(
            db => db.Users.Where(user => user.Email == Journeys.OtherHost).Select(user => user.Id).SingleAsync());
        var page = await administrator.GetAsync($"/staff/users/{other}");
        page = await page.SubmitAsync(new() { ["Roles"] = "Coordinator,Host" });
        Assert.Contains(portal.Words("en", "Users.Notice.Changed"), page.Text, StringComparison.Ordinal);

        var acts = await portal.InDatabaseAsync(db => db.AuditEntries.Where(entry => entry.Id > before)
            .OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync());
        Assert.Equal(
            [
                "sign-in.failed", "sign-in.unknown", "sign-in.done", "access.denied", "token.rejected",
                "token.rejected", "token.rejected", "sign-in.done", "user.changed",
            ],
            acts);
        var lines = portal.Log.Lines.Where(line => line.Category == "AssistPortal.Security")
            .Select(line => line.Message).ToList();
        Assert.All(acts, act => Assert.Contains(lines, line => line.Contains($" {act} ", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.Contains('@', StringComparison.Ordinal));

        var log = await administrator.GetAsync("/staff/audit?action=security");
        foreach (var act in acts.Distinct(StringComparer.Ordinal))
        {
            Assert.Contains(portal.Words("en", $"Audit.Action.{act}"), log.Text, StringComparison.Ordinal);
        }

        Assert.Contains("/staff/users", log.Text, StringComparison.Ordinal);
        Assert.Equal("security", log.Get("select[name=action] option[selected]").GetAttribute("value"));
    }
}
