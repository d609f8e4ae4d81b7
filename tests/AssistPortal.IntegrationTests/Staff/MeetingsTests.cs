using System.Net;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Sites;
using AssistPortal.Data.Audit;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.TestSupport.Details;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

public sealed class MeetingsTests : IAsyncLifetime
{
    private const string Coordinator = "coordinator@demo.example";
    private const string DemoNumber = MeetingForm.DemoNumber;

    private readonly PortalFactory portal = new();
    private PortalClient browser = null!;

    public async Task InitializeAsync()
    {
        browser = portal.CreatePortalClient();
        await browser.SignInAsync(Coordinator);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task The_list_is_filtered_by_site_words_number_and_day()
    {
        Assert.Equal(13, (await browser.GetAsync("/staff/meetings")).All("tbody tr").Count);
        var northwind = await SiteIdAsync();
        Assert.Equal(7, (await browser.GetAsync($"/staff/meetings?site={northwind}")).All("tbody tr").Count);
        Assert.Equal(2, (await browser.GetAsync("/staff/meetings?q=WAREHOUSE")).All("tbody tr").Count);
        Assert.Single((await browser.GetAsync("/staff/meetings?q=726+401-938")).All("tbody tr"));
        Assert.Equal(3, (await browser.GetAsync("/staff/meetings?q=sgrant")).All("tbody tr").Count);
        Assert.Empty((await browser.GetAsync("/staff/meetings?q=%25")).All("tbody tr"));
        Assert.NotNull((await browser.GetAsync("/staff/meetings?from=2099-01-01")).Find(".empty-state"));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity, (await browser.GetAsync("/staff/meetings?from=2100-01-01")).Status);
    }

    [Fact]
    public async Task Many_meetings_stand_on_several_pages()
    {
        await AddAsync(40);
        var first = await browser.GetAsync("/staff/meetings?q=bulk");
        Assert.Equal(25, first.All("tbody tr").Count);
        var second = await first.FollowAsync(".schedule-pager a");
        Assert.Equal(15, second.All("tbody tr").Count);
        Assert.Contains(portal.Words("en", "Meetings.Pager.Range|26|40|40"), second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_is_added_changed_and_deleted_and_hosts_can_pick_it()
    {
        var list = await (await browser.GetAsync("/staff/meetings/add")).SubmitAsync(
            await FieldsAsync(new() { ["MeetingNumber"] = "９99 000-111" }));
        Assert.Contains(portal.Words("en", "Meetings.Notice.Added"), list.Text, StringComparison.Ordinal);
        var added = (await FindAsync("999000111"))!;
        Assert.Equal(
            ("host", "Town hall", "America/New_York", 95),
            (added.HostId, added.Topic, added.TimeZone, added.DurationMinutes));
        Assert.Equal(Instant.FromUtc(2027, 2, 3, 14, 5), added.Start);

        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var lookup = await (await host.ToMeetingLookupAsync("tc-premium")).SubmitAsync(
            new() { ["IsScheduled"] = "yes", ["HostId"] = "HOST", ["HostEmail"] = Journeys.Host });
        Assert.NotNull(lookup.Find($"input[name=SessionKey][value='{added.Id}']"));

        var form = await browser.GetAsync($"/staff/meetings/{added.Id}");
        Assert.Equal(
            ("2027-02-03", "09:05", "95"),
            (form.Value("StartDate"), form.Value("StartTime"), form.Value("DurationMinutes")));
        await form.SubmitAsync(new() { ["Topic"] = "=Town hall" });
        Assert.Equal("=Town hall", (await FindAsync("999000111"))!.Topic);

        var asked = await (await browser.GetAsync($"/staff/meetings/{added.Id}")).FollowAsync("a[href$='/delete']");
        Assert.NotNull(await FindAsync("999000111"));
        await asked.SubmitAsync();
        Assert.Null(await FindAsync("999000111"));
        var actions = await portal.InDatabaseAsync(db => db.Set<AuditEntry>()
            .Where(entry => entry.SubjectId == $"{added.Id}")
                .OrderBy(entry => entry.Id)
                .Select(entry => entry.Action)
                .ToListAsync());
        Assert.Equal(["meeting.added", "meeting.changed", "meeting.removed"], actions);
    }

    [Fact]
    public async Task A_time_that_clocks_skip_or_show_twice_is_dealt_with_as_in_ordering()
    {
        var add = await browser.GetAsync("/staff/meetings/add");
        var skipped = await add.SubmitAsync(
            await FieldsAsync(new() { ["StartDate"] = "2027-03-14", ["StartTime"] = "02:30" }));
        skipped.AssertOnlyWrong(
            portal, "en", "StartTime", "Times.StartTime.Skipped|America/New York|@2027-03-14T03:00");
        var doubled = await add.SubmitAsync(
            await FieldsAsync(new() { ["StartDate"] = "2027-11-07", ["StartTime"] = "01:30" }));
        doubled.AssertOnlyWrong(portal, "en", "Fold", "Times.Fold.Missing");
        await doubled.SubmitAsync(new() { ["Fold"] = "later" });
        var added = (await FindAsync("999000111"))!;
        Assert.Equal(Instant.FromUtc(2027, 11, 7, 6, 30), added.Start);
        Assert.Equal("later", (await browser.GetAsync($"/staff/meetings/{added.Id}")).Value("Fold"));
    }

    [Fact]
    public async Task The_second_of_two_editors_is_told_and_loses_nothing()
    {
        var id = (await FindAsync(DemoNumber))!.Id;
        var (first, second, third) =
            (await EditAsync(id), await EditAsync(id), await (await EditAsync(id)).FollowAsync("a[href$='/delete']"));
        await first.SubmitAsync(new() { ["Topic"] = "By the first" });
        var told = await second.SubmitAsync(new() { ["Agenda"] = "By the second" });
        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("By the first", told.Get("#changed-meanwhile").TextContent, StringComparison.Ordinal);
        Assert.Equal("By the second", told.Value("Agenda"));
        Assert.Equal("By the first", (await FindAsync(DemoNumber))!.Topic);
        var asked = await third.SubmitAsync();
        Assert.Equal([portal.Words("en", "Meetings.Delete.Changed")], asked.ErrorSummary);

        await told.SubmitAsync();
        var now = (await FindAsync(DemoNumber))!;
        Assert.NotEqual("By the first", now.Topic);
        Assert.Equal("By the second", now.Agenda);
    }

    [Fact]
    public async Task A_meeting_that_somebody_else_has_deleted_is_told_of()
    {
        var id = (await FindAsync(DemoNumber))!.Id;
        var form = await EditAsync(id);
        await (await form.FollowAsync("a[href$='/delete']")).SubmitAsync();
        Assert.Contains(
            portal.Words("en", "Meetings.Notice.Gone"), (await form.SubmitAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await EditAsync(id)).Status);
    }

    private Task<PortalPage> EditAsync(Guid id) => browser.GetAsync($"/staff/meetings/{id}");

    private Task<MeetingSession?> FindAsync(string number) => portal.InDatabaseAsync(db =>
        db.Set<MeetingSession>().AsNoTracking().SingleOrDefaultAsync(session => session.MeetingNumber == number));

    private Task<int> SiteIdAsync() => portal.InDatabaseAsync(db => db.Set<Site>()
        .Where(site => site.HostName == PortalPeople.Northwind).Select(site => site.Id).SingleAsync());

    private async Task<Dictionary<string, string?>> FieldsAsync(Dictionary<string, string?> changes) =>
        MeetingForm.Fields(await SiteIdAsync(), changes);

    private async Task AddAsync(int count)
    {
        var siteId = await SiteIdAsync();
        await portal.InDatabaseAsync(async db =>
        {
            var now = portal.Clock.GetCurrentInstant();
            db.AddRange(Enumerable.Range(0, count).Select(number => new MeetingSession(
                siteId,
                SampleDetails.Meeting(now + Duration.FromDays(number + 1), $"{900_000_000 + number}") with
                {
                    Topic = $"Bulk {number}", TimeZone = "Etc/UTC",
                })));
            await db.SaveChangesAsync();
        });
    }
}
