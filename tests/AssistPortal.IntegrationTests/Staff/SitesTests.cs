using System.Net;
using AssistPortal.Assist.Sites;
using AssistPortal.Assist.Sites.Audit;
using AssistPortal.Data.Audit;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Directories;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Staff;

public sealed class SitesTests : IAsyncLifetime
{
    private const string Coordinator = "coordinator@demo.example";

    private WebexStub stub = null!;
    private PortalFactory portal = null!;
    private PortalClient browser = null!;

    public async Task InitializeAsync()
    {
        stub = await WebexStub.StartAsync();
        portal = PortalFactory.With(new PortalSetup
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [$"Directories:Sites:{PortalPeople.Northwind}:Token"] = stub.Token,
                [$"Directories:Sites:{PortalPeople.Northwind}:Address"] = stub.Address,
            },
        });
        browser = portal.CreatePortalClient();
        await browser.SignInAsync(Coordinator);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
        stub.Dispose();
    }

    [Fact]
    public async Task A_site_is_found_in_the_list_and_its_directory_changed_with_a_trace()
    {
        var list = await browser.GetAsync("/staff/sites");
        Assert.Equal(2, list.All("tbody tr").Count);
        var form = await list.FollowAsync("tbody tr:last-child td:nth-child(4) a");
        var site = await SiteAsync(form);
        var saved = await form.SubmitAsync(new()
        {
            ["DirectoryKind"] = "Webex",
            ["ScheduleChange"] = "ChangesByItself",
            ["SchedulingPage"] = $"https://{site.HostName}/schedule",
        });
        Assert.Contains(portal.Words("en", "Sites.Saved"), saved.Text, StringComparison.Ordinal);
        var now = await SiteAsync(saved);
        Assert.Equal(
            (DirectoryKind.Webex, ScheduleChange.ChangesByItself, $"https://{site.HostName}/schedule", site.Version
                + 1),
            (now.DirectoryKind, now.ScheduleChange, now.SchedulingPage, now.Version));
        var entry = await portal.InDatabaseAsync(
            db => db.Set<AuditEntry>().SingleAsync(item => item.Action == "site.directory-changed"));
        Assert.Equal(("Site", $"{site.Id}"), (entry.Subject, entry.SubjectId));
        var record = await portal.LastAuditAsync<SiteDirectoryChanged>();
        Assert.Equal(
            (DirectoryKind.Portal, DirectoryKind.Webex),
            (record.Directory.Before!.DirectoryKind, record.Directory.After!.DirectoryKind));
        Assert.Equal(3, AuditDetails.Of(entry, record).Changes.Count);
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_and_loses_nothing()
    {
        var first = await NorthwindAsync();
        var second = await NorthwindAsync();
        await first.SubmitAsync(new() { ["ScheduleChange"] = "ChangesByItself" });
        var told = await second.SubmitAsync(new() { ["SchedulingPage"] = "https://northwind.meetings.example/second" });
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Equal([portal.Words("en", "Shared.Changed.Error")], told.ErrorSummary);
        Assert.Contains(
            portal.Words("en", "Sites.ScheduleChange.ChangesByItself"),
            told.Get("#changed-meanwhile").TextContent,
            StringComparison.Ordinal);
        Assert.Equal("https://northwind.meetings.example/second", told.Value("SchedulingPage"));
        Assert.Equal(ScheduleChange.ChangesByItself, (await SiteAsync(told)).ScheduleChange);

        await told.SubmitAsync();
        var now = await SiteAsync(told);
        Assert.Equal(
            (ScheduleChange.OpensSchedulingPage, "https://northwind.meetings.example/second"),
            (now.ScheduleChange, now.SchedulingPage));
    }

    [Fact]
    public async Task A_test_says_plainly_what_came_out()
    {
        Assert.Contains(portal.Words("en", "Sites.Test.Own"), await TestAsync(), StringComparison.Ordinal);
        await UseWebexAsync(PortalPeople.Northwind);
        Assert.Contains(portal.Words("en", "Sites.Test.Works"), await TestAsync(), StringComparison.Ordinal);
        stub.Next(StubFault.Status(401));
        var refused = await TestAsync();
        Assert.Contains(portal.Words("en", "Sites.Test.AccessRefused"), refused, StringComparison.Ordinal);
        Assert.Contains(portal.Words("en", "Sites.Test.TrackingId|NA_01-23-45"), refused, StringComparison.Ordinal);
        Assert.DoesNotContain(StubFault.RawMessage, refused, StringComparison.Ordinal);
        stub.Next(StubFault.Says("rubbish"));
        Assert.Contains(portal.Words("en", "Sites.Test.Unreadable"), await TestAsync(), StringComparison.Ordinal);
        stub.Next(StubFault.Status(503));
        Assert.Contains(portal.Words("en", "Sites.Test.Unavailable"), await TestAsync(), StringComparison.Ordinal);
        stub.Next(StubFault.Status(429, "600"));
        Assert.Contains(portal.Words("en", "Sites.Test.Busy"), await TestAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_without_a_token_is_told_where_it_belongs()
    {
        await UseWebexAsync(PortalPeople.Formosa);
        var page = await browser.GetAsync($"/staff/sites/{await IdOfAsync(PortalPeople.Formosa)}");
        Assert.Contains(
            portal.Words("en", $"Sites.Test.NotConfigured|{PortalPeople.Formosa}"),
            (await page.SubmitFormAsync("#test-form")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_is_not_there_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/staff/sites/4711")).Status);

    private async Task<string> TestAsync() => (await (await NorthwindAsync()).SubmitFormAsync("#test-form")).Text;

    private Task UseWebexAsync(string hostName) => portal.InDatabaseAsync(db => db.EditAsync(
        db.Set<Site>().Where(site => site.HostName == hostName),
        site => site.LookUpIn(DirectoryKind.Webex)));

    private async Task<PortalPage> NorthwindAsync() =>
        await browser.GetAsync($"/staff/sites/{await IdOfAsync(PortalPeople.Northwind)}");

    private Task<int> IdOfAsync(string hostName) => portal.InDatabaseAsync(db => db.Set<Site>()
        .Where(site => site.HostName == hostName).Select(site => site.Id).SingleAsync());

    private Task<Site> SiteAsync(PortalPage page)
    {
        var id = int.Parse(page.Path.Split('/')[^1], null);
        return portal.InDatabaseAsync(db => db.Set<Site>().AsNoTracking().SingleAsync(site => site.Id == id));
    }
}
