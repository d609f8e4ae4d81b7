using System.Net;
using AssistPortal.IntegrationTests.Accounts;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Trials;
using AssistPortal.Trials.Organisations;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Trials.MyTrial;

public sealed class MyUsersTests(CustomerPortal room) : IClassFixture<CustomerPortal>
{
    private PortalFactory Portal => room.Portal;

    [Fact]
    public async Task A_user_is_added_found_changed_and_removed()
    {
        using var browser = await room.SignedInAsync(CustomerPortal.Customer);
        var before = (await room.TrialOfAsync(CustomerPortal.Customer)).Version;
        var page = await AddAsync(browser, "Zoë@customer.example", "Message");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal("Zoë@customer.example", page.Value("Email"));
        page = await page.SubmitAsync(
            new() { ["Email"] = " zoe@CUSTOMER.example ", ["Name"] = "Zoë Marsh", ["Services"] = "Message" });
        Assert.Contains(
            Portal.Words("en", "MyUsers.Notice.Added|zoe@CUSTOMER.example"), page.Text, StringComparison.Ordinal);
        var member = await room.MemberAsync("zoe@customer.example");
        Assert.Equal(("Zoë Marsh", "Message"), (member.Name, Services(member)));

        var found = await browser.GetAsync("/my-trial/users?q=MARSH");
        Assert.Equal($"{member.Id}", Assert.Single(found.All("[data-user-id]")).GetAttribute("data-user-id"));

        var edit = await browser.GetAsync($"/my-trial/users/{member.Id}");
        await edit.SubmitAsync(new() { ["Name"] = "Zoë Marsh-Lee", ["Services"] = "Meeting" });
        member = await room.MemberAsync("zoe@customer.example");
        Assert.Equal(("Zoë Marsh-Lee", "Meeting"), (member.Name, Services(member)));

        var left = await (await browser.GetAsync($"/my-trial/users/{member.Id}")).SubmitFormAsync("#remove");
        Assert.Contains(Portal.Words("en", "MyUsers.Notice.Removed"), left.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/my-trial/users/{member.Id}")).Status);
        Assert.True((await room.TrialOfAsync(CustomerPortal.Customer)).Version >= before + 3);
        Assert.Equal(
            ["trial.user-added", "trial.user-changed", "trial.user-removed"],
            await Portal.InDatabaseAsync(db => db.AuditEntries
                .Where(entry => entry.Details.Contains($"{member.Id}"))
                .OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync()));
    }

    [Fact]
    public async Task An_address_of_another_organisation_is_refused_without_a_word_of_it_and_an_own_one_is_known()
    {
        using var browser = await room.SignedInAsync(CustomerPortal.Customer);
        var told = await AddAsync(browser, "CUSTOMER3@demo.example", "Message");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Equal(Portal.Words("en", "MyUsers.Email.Taken"), told.Errors["Email"]);
        Assert.DoesNotContain("Cedar", told.Source, StringComparison.Ordinal);
        told = await AddAsync(browser, CustomerPortal.Customer, "Message");
        Assert.Equal(Portal.Words("en", "MyUsers.Email.Already"), told.Errors["Email"]);
    }

    [Fact]
    public async Task The_second_of_two_who_change_a_user_is_told_and_loses_nothing()
    {
        using var browser = await room.SignedInAsync(CustomerPortal.Customer);
        await AddAsync(browser, "two@customer.example", "Message");
        var path = $"/my-trial/users/{(await room.MemberAsync("two@customer.example")).Id}";
        var (first, second) = (await browser.GetAsync(path), await browser.GetAsync(path));
        await first.SubmitAsync(new() { ["Name"] = "First Name", ["Services"] = "Meeting" });
        var told = await second.SubmitAsync(new() { ["Name"] = "Second Name" });
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Equal([Portal.Words("en", "Shared.Changed.Error")], told.ErrorSummary);
        Assert.Equal(
            ["First Name", "Meeting"], told.All("#changed-meanwhile dd").Select(value => value.TextContent.Trim()));
        Assert.Equal("Second Name", told.Value("Name"));
        var member = await room.MemberAsync("two@customer.example");
        Assert.Equal(("First Name", "Meeting"), (member.Name, Services(member)));

        Assert.Equal(HttpStatusCode.OK, (await told.SubmitAsync()).Status);
        member = await room.MemberAsync("two@customer.example");
        Assert.Equal(("Second Name", "Message"), (member.Name, Services(member)));
    }

    [Fact]
    public async Task Of_two_who_change_a_user_at_once_one_is_told()
    {
        using var browser = await room.SignedInAsync(CustomerPortal.Customer);
        await AddAsync(browser, "once@customer.example", "Message");
        var member = await room.MemberAsync("once@customer.example");
        var userId = await room.UserIdAsync(CustomerPortal.Customer);
        var results = await Task.WhenAll(new[] { "One", "Two" }.Select(name => room.WithAsync(
            (OrganisationPeople people) =>
                people.ChangeAsync(
                    member.Id, member.Seen, name, [CloudService.Message], userId, CancellationToken.None))));
        Assert.Equal(
            [PeopleOutcome.Saved, PeopleOutcome.ChangedMeanwhile], results.Select(result => result.Outcome).Order());
    }

    [Fact]
    public async Task Who_is_in_the_free_organisation_is_taken_over_by_one_of_those_that_want_them()
    {
        var free = new OrganisationMember(
            Organisation.FreeId, "free@person.example", MailKey.Of("free@person.example"), "Fran Free");
        await Portal.InDatabaseAsync(async db =>
        {
            db.Add(free);
            await db.SaveChangesAsync();
        });
        var results = await Task.WhenAll(
            AddAsync(CustomerPortal.Customer, "FREE@person.example", CloudService.Message),
            AddAsync(CustomerPortal.OtherCustomer, "free@person.example", CloudService.Message));

        Assert.Equal(
            [PeopleOutcome.Saved, PeopleOutcome.AddressTaken], results.Select(result => result.Outcome).Order());
        var member = await room.MemberAsync("free@person.example");
        var winner = results[0].Outcome == PeopleOutcome.Saved ? CustomerPortal.Customer : CustomerPortal.OtherCustomer;
        Assert.Equal(
            (free.Id, (await room.MemberAsync(winner)).OrganisationId, "Fran Free", "Message"),
            (member.Id, member.OrganisationId, member.Name, Services(member)));
    }

    [Fact]
    public async Task The_last_licence_goes_to_one_of_many()
    {
        // Of three one is the administrator's.
        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(at =>
            AddAsync(CustomerPortal.Customer, $"room{at}@customer.example", CloudService.Message, CloudService.Room)));
        Assert.Equal(2, results.Count(result => result.Outcome == PeopleOutcome.Saved));
        Assert.All(
            results.Where(result => result.Outcome != PeopleOutcome.Saved),
            result => Assert.Equal([CloudService.Room], result.Missing));

        var organisationId = (await room.MemberAsync(CustomerPortal.Customer)).OrganisationId;
        Assert.Equal(3, (await room.WithAsync(
            (LicenceCount count) => count.InUseAsync(organisationId, default)))[CloudService.Room]);
        using var browser = await room.SignedInAsync(CustomerPortal.Customer);
        var told = await AddAsync(browser, "room9@customer.example", "Room");
        Assert.Equal(Portal.Words("en", "MyUsers.Services.Full|Room systems"), told.Errors["Services"]);
        Assert.NotNull(told.Find("input[name=Services][value=Room][checked]"));
    }

    [Fact]
    public async Task The_list_goes_on_page_by_page()
    {
        var organisationId = (await room.MemberAsync("admin@lumen.example")).OrganisationId;
        await Portal.InDatabaseAsync(async db =>
        {
            db.AddRange(Enumerable.Range(0, 60).Select(at => new OrganisationMember(
                organisationId, $"many{at:00}@lumen.example", $"many{at:00}@lumen.example", "")));
            await db.SaveChangesAsync();
        });
        using var browser = await room.SignedInAsync("admin@lumen.example");
        var first = await browser.GetAsync("/my-trial/users?q=many");
        var second = await first.FollowAsync("a[rel=next]");
        var names = first.All("[data-user-id] th")
            .Concat(second.All("[data-user-id] th"))
            .Select(cell => cell.TextContent.Trim());
        Assert.Equal(Enumerable.Range(0, 60).Select(at => $"many{at:00}@lumen.example"), names);
        Assert.Null(second.Find("a[rel=next]"));
    }

    [Fact]
    public async Task Ids_of_another_organisation_are_not_found_by_any_verb()
    {
        using var browser = await room.SignedInAsync(CustomerPortal.Customer);
        var token = (await browser.GetAsync("/my-trial/users")).Prepare().Fields;
        var foreign = await room.MemberAsync(CustomerPortal.CustomerInGrace);
        var endpoints = AccessTable.All.Keys.Where(
            key => key.Contains("/my-trial/users/{id:guid}", StringComparison.Ordinal)).ToList();
        Assert.Equal(5, endpoints.Count);
        foreach (var endpoint in endpoints)
        {
            foreach (var id in new[] { foreign.Id, Guid.NewGuid() })
            {
                var path = endpoint.Split(' ')[1].Replace("{id:guid}", $"{id}", StringComparison.Ordinal);
                var page = endpoint.StartsWith("POST", StringComparison.Ordinal)
                    ? await browser.PostAsync(path, token)
                    : await browser.GetAsync(path);
                Assert.True(page.Status == HttpStatusCode.NotFound, $"{endpoint}: {page.Status}");
            }
        }

        var after = await room.MemberAsync(CustomerPortal.CustomerInGrace);
        Assert.Equal((foreign.Name, true, Services(foreign)), (after.Name, after.IsAdministrator, Services(after)));
    }

    private static string Services(OrganisationMember member) =>
        string.Join(',', member.Assignments.Select(assignment => assignment.Service).Order());

    private static async Task<PortalPage> AddAsync(PortalClient browser, string email, string service) =>
        await (await browser.GetAsync("/my-trial/users")).SubmitFormAsync(
            "#add form", new() { ["Email"] = email, ["Services"] = service });

    private async Task<PeopleResult> AddAsync(string customer, string email, params CloudService[] services)
    {
        var userId = await room.UserIdAsync(customer);
        return await room.WithAsync((OrganisationPeople people) =>
            people.AddAsync(new PersonDetails(email, "", services), userId, CancellationToken.None));
    }
}
