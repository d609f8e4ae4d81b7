using System.Net;
using AssistPortal.Assist.Sites;
using AssistPortal.Data.Accounts;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.IntegrationTests.Staff;

public sealed class UsersTests : IAsyncLifetime
{
    private const string Password = "a long enough password";

    // The portal looks once a minute whether a session still holds; here with every request.
    private readonly PortalFactory portal = PortalFactory.With(new PortalSetup
    {
        Services = services => services.Configure<SecurityStampValidatorOptions>(
            options => options.ValidationInterval = TimeSpan.Zero),
    });

    private PortalClient browser = null!;

    public async Task InitializeAsync()
    {
        browser = portal.CreatePortalClient();
        await browser.SignInAsync(DemoAccounts.Administrator);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task A_new_user_is_invited_sets_a_password_once_and_signs_in()
    {
        var form = await browser.GetAsync("/staff/users/add");
        var wrong = await form.SubmitAsync(new() { ["Email"] = "nobody", ["Phone"] = "one", ["Roles"] = "Host" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Equal(["Email", "FirstName", "LastName", "Phone"], wrong.Errors.Keys.Order(StringComparer.Ordinal));
        Assert.NotNull(wrong.Find("input[name=Roles][value=Host][checked]"));

        var user = await AddAsync(wrong, "New.Host@customer.example");
        var sites = await portal.InDatabaseAsync(
            db => db.Set<SiteMember>().CountAsync(member => member.UserId == user.Id));
        Assert.Equal((1, false, null), (sites, user.EmailConfirmed, user.PasswordHash));
        var (stored, link) = await LinkAsync(user);
        Assert.Equal(("account.invitation", "zh-Hant"), (stored.Cause, stored.Language));
        Assert.DoesNotContain(link.Split("token=")[1], stored.TextBody + stored.HtmlBody, StringComparison.Ordinal);

        using var guest = portal.CreatePortalClient();
        var page = await guest.GetAsync(link);
        page = await (await guest.GetAsync(link)).SubmitAsync(new() { ["NewPassword"] = "short" });
        Assert.Equal(portal.Words("en", "Accounts.First.Password.TooShort|12"), page.Errors["NewPassword"]);
        var signIn = await page.SubmitAsync(new() { ["NewPassword"] = Password });
        Assert.Equal("/account/sign-in", signIn.Path);
        Assert.Contains(portal.Words("en", "Accounts.SetPassword.Done"), signIn.Text, StringComparison.Ordinal);
        Assert.Equal("/resources", (await guest.SignInToFirstPageAsync(user.Email!, Password)).Path);

        await AssertEndedAsync(link);
        Assert.Equal(
            ["user.added", "user.password-set", "sign-in.done"],
            await portal.InDatabaseAsync(db => db.AuditEntries.Where(entry => entry.SubjectId == user.Id.ToString())
                .OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync()));
    }

    [Fact]
    public async Task A_link_that_is_none_is_told_as_one_that_has_ended()
    {
        var user = await AddAsync(await browser.GetAsync("/staff/users/add"), "second@customer.example");
        var (_, link) = await LinkAsync(user);
        await AssertEndedAsync("/account/set-password");
        await AssertEndedAsync("/account/set-password?token=" + new string('0', 32) + "AAAA");
        await AssertEndedAsync(link + "x!");

        var page = await browser.GetAsync($"/staff/users/{user.Id}");
        var sent = await page.SubmitFormAsync("#password-link");
        Assert.Contains(portal.Words("en", "Users.Notice.LinkSent"), sent.Text, StringComparison.Ordinal);
        await sent.SubmitFormAsync("#end-sessions");
        await AssertEndedAsync(link);
    }

    [Fact]
    public async Task An_address_is_given_once()
    {
        var form = await browser.GetAsync("/staff/users/add");
        var told = await form.SubmitAsync(
            new() { ["FirstName"] = "Hannah", ["LastName"] = "Twin", ["Email"] = "HOST@demo.example" });
        Assert.Equal(portal.Words("en", "Users.Email.Taken"), told.Errors["Email"]);
        Assert.Equal("Twin", told.Value("LastName"));
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_and_loses_nothing()
    {
        var path = await PathOfAsync(Journeys.Host);
        var (first, second) = (await browser.GetAsync(path), await browser.GetAsync(path));
        await first.SubmitAsync(new() { ["Company"] = "First Ltd" });
        var told = await second.SubmitAsync(new() { ["Phone"] = "+1 212 555 0777" });
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Equal([portal.Words("en", "Shared.Changed.Error")], told.ErrorSummary);
        Assert.Contains("First Ltd", told.Get("#changed-meanwhile").TextContent, StringComparison.Ordinal);
        Assert.Equal("+1 212 555 0777", told.Value("Phone"));
        Assert.Equal(HttpStatusCode.OK, (await told.SubmitAsync()).Status);
    }

    [Fact]
    public async Task Administrators_cant_shut_themselves_out()
    {
        var path = await PathOfAsync(DemoAccounts.Administrator);
        var page = await browser.GetAsync(path);
        var told = await page.SubmitAsync(new() { ["Roles"] = "Coordinator" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, told.Status);
        Assert.Contains(portal.Words("en", "Users.Roles.Own"), told.Text, StringComparison.Ordinal);

        Assert.Null(page.Find("#deactivate button"));
        var (_, token) = page.Prepare();
        var refused = await browser.PostAsync($"{path}/deactivate", token);
        Assert.Contains(portal.Words("en", "Users.Refusal.OwnAccount"), refused.Text, StringComparison.Ordinal);
        Assert.Equal("/staff/users", (await browser.GetAsync("/staff/users")).Path);
    }

    [Fact]
    public async Task Of_two_administrators_who_deactivate_each_other_one_stays()
    {
        var path = await PathOfAsync(Journeys.OtherHost);
        await (await browser.GetAsync(path)).SubmitAsync(new() { ["Roles"] = "Administrator,Host" });
        using var other = portal.CreatePortalClient();
        await other.SignInAsync(Journeys.OtherHost);
        var (mine, theirs) =
            (await browser.GetAsync(path), await other.GetAsync(await PathOfAsync(DemoAccounts.Administrator)));
        await Task.WhenAll(mine.SubmitFormAsync("#deactivate"), theirs.SubmitFormAsync("#deactivate"));
        Assert.Equal(
            1, await portal.InDatabaseAsync(db => db.Users.CountAsync(user => user.LockoutEnd == PortalUser.Forever)));
    }

    [Fact]
    public async Task Whoever_is_deactivated_is_out_until_let_in_again()
    {
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var page = await browser.GetAsync(await PathOfAsync(Journeys.Host));
        var done = await page.SubmitFormAsync("#deactivate");
        Assert.Contains(
            portal.Words("en", "Users.State.Deactivated"), done.Get(".badge").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("/account/sign-in?", (await host.GetAsync("/resources")).Path, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.SignInAsync(Journeys.Host));

        await done.SubmitFormAsync("#activate");
        Assert.Equal("/resources", (await host.SignInToFirstPageAsync(Journeys.Host)).Path);
        await (await browser.GetAsync(done.Path)).SubmitFormAsync("#end-sessions");
        Assert.StartsWith("/account/sign-in?", (await host.GetAsync("/resources")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_feed_ends_with_the_sessions_and_opens_for_nobody_who_is_deactivated()
    {
        using var host = portal.CreatePortalClient();
        using var program = portal.CreatePortalClient();
        var first = await MakeFeedAsync(host);
        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync(first)).Status);
        var page = await (await browser.GetAsync(await PathOfAsync(Journeys.Host))).SubmitFormAsync("#end-sessions");
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(first)).Status);

        var second = await MakeFeedAsync(host);
        page = await page.SubmitFormAsync("#deactivate");
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(second)).Status);
        await page.SubmitFormAsync("#activate");
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(second)).Status);
        var administrator = await portal.InDatabaseAsync(db =>
            db.Users.Where(user => user.Email == DemoAccounts.Administrator).Select(user => user.Id).SingleAsync());
        Assert.Equal(2, await portal.InDatabaseAsync(db => db.AuditEntries.CountAsync(
            entry => entry.Action == "feed.revoked" && entry.ActorId == administrator)));

        // Also where the feed is still there: one that was made while the account was being deactivated.
        var third = await MakeFeedAsync(host);
        await portal.InDatabaseAsync(db => db.EditAsync(
            db.Users.Where(user => user.Email == Journeys.Host), user => user.LockoutEnd = PortalUser.Forever));
        Assert.Equal(HttpStatusCode.NotFound, (await program.GetAsync(third)).Status);
    }

    [Theory]
    [InlineData(Journeys.Host, true)]
    [InlineData("coordinator@demo.example", false)]
    public async Task Who_has_an_account_open_is_told_when_it_leaves_or_joins_a_site_meanwhile(
        string email, bool isMember)
    {
        var account = await browser.GetAsync(await PathOfAsync(email));
        var siteId = await portal.InDatabaseAsync(db => db.Set<Site>()
            .Where(site => site.HostName == PortalPeople.Northwind)
            .Select(site => site.Id)
            .SingleAsync());
        using var staff = portal.CreatePortalClient();
        await staff.SignInAsync("coordinator@demo.example");
        var members = await staff.GetAsync($"/staff/sites/{siteId}/members");
        await (isMember
            ? members.SubmitFormAsync($"form[action*='{account.Path.Split('/')[^1]}']")
            : members.SubmitAsync(new() { ["Email"] = email }));

        var told = await account.SubmitAsync(new() { ["Company"] = "Changed Ltd" });
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Equal(!isMember, await portal.InDatabaseAsync(db => db.Set<SiteMember>().AnyAsync(member =>
            member.SiteId == siteId && db.Users.Any(user => user.Id == member.UserId && user.Email == email))));
    }

    [Fact]
    public async Task A_role_counts_from_the_next_look_at_the_session_on()
    {
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync("/staff/schedule")).Status);
        await (await browser.GetAsync(await PathOfAsync(Journeys.Host))).SubmitAsync(
            new() { ["Roles"] = "Host,Coordinator" });
        Assert.Equal(HttpStatusCode.OK, (await host.GetAsync("/staff/schedule")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync("/staff/users")).Status);
    }

    [Fact]
    public async Task Users_are_found_by_words_and_role_page_after_page()
    {
        for (var number = 0; number < 52; number++)
        {
            await portal.AddHostAsync($"Extra{number}", PortalPeople.Northwind);
        }

        var page = await browser.GetAsync("/staff/users?q=extra&role=Host");
        Assert.Equal(50, page.All("tbody tr").Count);
        var more = await page.FollowAsync(".schedule-pager a");
        Assert.Equal(2, more.All("tbody tr").Count);
        Assert.Empty(page.All("tbody th")
            .Select(cell => cell.TextContent)
            .Intersect(more.All("tbody th").Select(cell => cell.TextContent), StringComparer.Ordinal));
        Assert.Single((await browser.GetAsync("/staff/users?role=Administrator")).All("tbody tr"));
        Assert.Single((await browser.GetAsync("/staff/users?q=HANNAH+brooks")).All("tbody tr"));
        Assert.NotNull((await browser.GetAsync("/staff/users?q=nobody+at+all")).Find(".empty-state"));
    }

    private async Task<PortalUser> AddAsync(PortalPage form, string email)
    {
        var site = form.Get("input[name=Sites]").GetAttribute("value");
        var page = await form.SubmitAsync(new()
        {
            ["FirstName"] = " Nia ",
            ["LastName"] = "Newman",
            ["Email"] = email,
            ["Phone"] = "",
            ["Language"] = "zh-Hant",
            ["Roles"] = "Host", ["Sites"] = site,
        });
        Assert.Contains(portal.Words("en", $"Users.Notice.Added|{email}"), page.Text, StringComparison.Ordinal);
        return await portal.InDatabaseAsync(db => db.Users.AsNoTracking().SingleAsync(user => user.Email == email));
    }

    private async Task<(OutboxMail Row, string Link)> LinkAsync(PortalUser user)
    {
        var (row, read) = (await portal.MailsAboutAsync(user.Id.ToString()))[^1];
        var address = read.Text!.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .First(word => word.Contains("set-password?token=", StringComparison.Ordinal));
        return (row, address[address.IndexOf("/account", StringComparison.Ordinal)..]);
    }

    private async Task AssertEndedAsync(string link)
    {
        using var guest = portal.CreatePortalClient();
        var form = await guest.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, form.Status);
        var page = await form.SubmitAsync(new() { ["NewPassword"] = "another long password" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal(portal.Words("en", "Accounts.SetPassword.Ended.Title"), page.Heading);
    }

    private static async Task<string> MakeFeedAsync(PortalClient host)
    {
        await host.SignInAsync(Journeys.Host);
        var made = await (await host.GetAsync("/resources/feed")).SubmitFormAsync("#make-form");
        return new Uri(made.Get("#feed-address").GetAttribute("value")!).AbsolutePath;
    }

    private Task<string> PathOfAsync(string email) => portal.InDatabaseAsync(async db =>
        $"/staff/users/{await db.Users.Where(user => user.Email == email).Select(user => user.Id).SingleAsync()}");
}
