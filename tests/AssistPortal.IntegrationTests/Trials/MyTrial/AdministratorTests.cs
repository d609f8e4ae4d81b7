using System.Net;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Trials;
using AssistPortal.Trials.Organisations;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Trials.MyTrial;

public sealed class AdministratorTests(CustomerPortal room) : IClassFixture<CustomerPortal>
{
    private PortalFactory Portal => room.Portal;

    [Fact]
    public async Task A_new_administrator_is_invited_called_by_address_and_when_dismissed_sees_nothing_any_more()
    {
        const string email = "second@harbour.example";
        using var browser = await room.SignedInAsync(CustomerPortal.Customer);
        var member = await AddAsync(CustomerPortal.Customer, email);
        var told = await (await browser.GetAsync($"/my-trial/users/{member.Id}")).SubmitFormAsync("#appoint");
        Assert.Contains(Portal.Words("en", "MyUsers.Notice.Appointed"), told.Text, StringComparison.Ordinal);
        var mail = await Portal.InDatabaseAsync(db => db.Set<OutboxMail>().SingleAsync(row => row.Recipient == email));
        Assert.Equal("account.invitation", mail.Cause);
        Assert.Contains($"Hello {email},", mail.TextBody, StringComparison.Ordinal);

        await SetPasswordAsync(email);
        using var second = await room.SignedInAsync(email);
        var page = await second.GetAsync("/my-trial");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(email, page.Get(".site-header bdi.menu__label").TextContent);

        await (await browser.GetAsync($"/my-trial/users/{member.Id}")).SubmitFormAsync("#dismiss");
        Assert.Equal("/account/sign-in", (await second.GetAsync("/my-trial")).Path.Split('?')[0]);
        using var again = await room.SignedInAsync(email);
        Assert.Equal(HttpStatusCode.NotFound, (await again.GetAsync("/my-trial")).Status);

        // Appointed once more, it is the same account, which has a password.
        await (await browser.GetAsync($"/my-trial/users/{member.Id}")).SubmitFormAsync("#appoint");
        Assert.Equal(
            1, await Portal.InDatabaseAsync(db => db.Set<OutboxMail>().CountAsync(row => row.Recipient == email)));
        using var third = await room.SignedInAsync(email);
        Assert.Equal(HttpStatusCode.OK, (await third.GetAsync("/my-trial")).Status);
        await (await browser.GetAsync($"/my-trial/users/{member.Id}")).SubmitFormAsync("#remove");
        Assert.Equal("/account/sign-in", (await third.GetAsync("/my-trial")).Path.Split('?')[0]);
        Assert.True(await Portal.InDatabaseAsync(db => db.Users.AnyAsync(user => user.Email == email)));
    }

    [Fact]
    public async Task An_account_that_is_there_gets_the_role_and_keeps_its_own()
    {
        var member = await AddAsync(CustomerPortal.CustomerInGrace, "HOST@demo.example");
        var administrator = await room.UserIdAsync(CustomerPortal.CustomerInGrace);
        await room.WithAsync((OrganisationAdministrators all) => all.AppointAsync(member.Id, administrator, default));

        using var host = await room.SignedInAsync(Journeys.Host);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/my-trial")).Status);
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/resources")).Status);
        Assert.False(
            await Portal.InDatabaseAsync(db => db.Set<OutboxMail>().AnyAsync(row => row.Recipient == Journeys.Host)));
        Assert.Equal(await room.UserIdAsync(Journeys.Host), (await room.MemberAsync(Journeys.Host)).UserId);

        // Nor does a customer sign people out of what is not the customer's.
        await room.WithAsync((OrganisationAdministrators all) => all.DismissAsync(member.Id, administrator, default));
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/resources")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync("/my-trial")).Status);
    }

    [Fact]
    public async Task Nobodys_mailbox_is_filled_with_invitations()
    {
        const string email = "mailbox@elsewhere.example";
        using var browser = await room.SignedInAsync(CustomerPortal.Customer);
        var member = await AddAsync(CustomerPortal.Customer, email);
        for (var turn = 0; turn < 7; turn++)
        {
            var page = await (await browser.GetAsync($"/my-trial/users/{member.Id}")).SubmitFormAsync("#appoint");
            Assert.Contains(Portal.Words("en", "MyUsers.Notice.Appointed"), page.Text, StringComparison.Ordinal);
            await page.SubmitFormAsync("#dismiss");
        }

        Assert.Equal(
            5, await Portal.InDatabaseAsync(db => db.Set<OutboxMail>().CountAsync(row => row.Recipient == email)));
    }

    [Fact]
    public async Task The_last_administrator_stays_and_nobody_takes_the_role_from_themselves()
    {
        using var browser = await room.SignedInAsync("admin@lumen.example");
        var own = await room.MemberAsync("admin@lumen.example");
        var page = await browser.GetAsync($"/my-trial/users/{own.Id}");
        Assert.Null(page.Find("#dismiss button"));
        Assert.Null(page.Find("#remove"));
        await RefusedAsync("dismiss", "MyUsers.Refusal.Last");
        await RefusedAsync("remove", "MyUsers.Refusal.Last");

        var second = await AddAsync("admin@lumen.example", "second@lumen.example");
        await room.WithAsync(
            (OrganisationAdministrators all) => all.AppointAsync(second.Id, own.UserId!.Value, default));
        await RefusedAsync("dismiss", "MyUsers.Refusal.Own");
        await RefusedAsync("remove", "MyUsers.Refusal.Own");

        async Task RefusedAsync(string act, string sentence)
        {
            var told = await browser.PostAsync($"/my-trial/users/{own.Id}/{act}", page.Prepare().Fields);
            Assert.Contains(Portal.Words("en", sentence), told.Text, StringComparison.Ordinal);
            Assert.True((await room.MemberAsync("admin@lumen.example")).IsAdministrator);
        }
    }

    [Fact]
    public async Task Of_two_who_dismiss_each_other_at_once_one_stays()
    {
        var first = await room.MemberAsync(CustomerPortal.OtherCustomer);
        var added = await AddAsync(CustomerPortal.OtherCustomer, "second@alpenrose.example");
        await room.WithAsync(
            (OrganisationAdministrators all) => all.AppointAsync(added.Id, first.UserId!.Value, default));
        var second = await room.MemberAsync("second@alpenrose.example");

        var results = await Task.WhenAll(
            room.WithAsync(
                (OrganisationAdministrators all) => all.DismissAsync(second.Id, first.UserId!.Value, default)),
            room.WithAsync(
                (OrganisationAdministrators all) => all.DismissAsync(first.Id, second.UserId!.Value, default)));

        Assert.Equal([PeopleOutcome.Saved, PeopleOutcome.Gone], results.Select(result => result.Outcome).Order());
        Assert.Equal(1, await Portal.InDatabaseAsync(db => db.Set<OrganisationMember>()
            .CountAsync(member => member.OrganisationId == first.OrganisationId && member.IsAdministrator)));
    }

    private async Task<OrganisationMember> AddAsync(string customer, string email)
    {
        var userId = await room.UserIdAsync(customer);
        var result = await room.WithAsync((OrganisationPeople people) =>
            people.AddAsync(new PersonDetails(email, "", [CloudService.Message]), userId, CancellationToken.None));
        Assert.Equal(PeopleOutcome.Saved, result.Outcome);
        return await room.MemberAsync(email);
    }

    private Task SetPasswordAsync(string email) => Portal.InDatabaseAsync(async db =>
    {
        var demo = await db.Users.AsNoTracking().SingleAsync(user => user.Email == Journeys.Host);
        await db.EditAsync(db.Users.Where(user => user.Email == email), user => user.PasswordHash = demo.PasswordHash);
    });
}
