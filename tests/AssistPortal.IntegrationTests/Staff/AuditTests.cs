using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Data.Audit;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Trials.HelpDesk;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

public sealed class AuditTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    private PortalFactory Portal => staff.Portal;

    private PortalClient Browser => staff.Browser;

    [Fact]
    public async Task An_entry_says_who_did_what_to_what_with_the_values_before_and_after()
    {
        var site = await Browser.GetAsync("/staff/sites/1");
        await site.SubmitAsync(new()
        {
            ["SchedulingPage"] = "https://northwind.meetings.example/new",
            ["ScheduleChange"] = "OpensSchedulingPage",
        });
        var page = await Browser.GetAsync("/staff/audit?action=site.directory-changed");
        var row = page.All(".audit-list > tbody > tr")[0];
        Assert.Equal(Portal.Words("en", "Audit.Action.site.directory-changed"), row.QuerySelector("th a")!.TextContent);
        Assert.Contains("Miriam Falk", row.TextContent, StringComparison.Ordinal);
        Assert.NotNull(row.QuerySelector("a[href='/staff/sites/1']"));
        Assert.Equal(
            ["Scheduling page", "–", "https://northwind.meetings.example/new"],
            row.QuerySelectorAll(".audit-changes tbody tr:last-child > *").Select(cell => cell.TextContent.Trim()));

        var mine = await page.FollowAsync(".audit-list > tbody > tr > td:nth-child(3) a");
        Assert.Equal("coordinator@demo.example", mine.Get("#Actor").GetAttribute("value"));
        Assert.NotEmpty(mine.All(".audit-list > tbody > tr"));
    }

    [Fact]
    public async Task D10_The_trail_tells_names_with_links_and_no_keys_moments_of_machines_or_JSON()
    {
        var (order, producer) = await Portal.InDatabaseAsync(async db =>
        {
            var first = await db.Set<Order>().AsNoTracking()
                .Where(item => item.State == OrderState.Placed).OrderBy(item => item.PlacedAt).FirstAsync();
            return (first, await db.Set<Producer>().AsNoTracking().SingleAsync(item => item.Id == first.ProducerId));
        });
        var placed = await Browser.GetAsync($"/staff/audit?action=order.placed&subjectId={order.RequestNumber}");
        Assert.Equal(
            producer.Name,
            placed.Get($".audit-facts a[href='/staff/producers/{producer.Id}']").TextContent.Trim());

        var page = await Browser.GetAsync("/staff/audit?from=2002-01-01");
        foreach (var cell in page.All(".audit-list > tbody > tr")
            .Where(row => row.QuerySelector(".audit-raw") is null)
            .SelectMany(row => row.QuerySelectorAll("td, th")))
        {
            Assert.DoesNotMatch("[0-9a-f]{8}-[0-9a-f]{4}-|[{}]|\\dT\\d\\d:|[A-Z][a-z]+Id\\b", cell.TextContent);
        }

        // One thing alone is named too; its key stays in the address.
        var (only, name) = page.All(".audit-list td > a.muted[href*='subjectId=']")
            .Select(link => (link.GetAttribute("href")!, PortalPage.Squeeze(link.QuerySelector("span")!.TextContent)))
            .First(link => !link.Item1.Contains("subject=Order&", StringComparison.Ordinal)
                && !link.Item1.EndsWith($"={link.Item2}", StringComparison.Ordinal));
        var thing = await Browser.GetAsync(only);
        Assert.Equal(name, PortalPage.Squeeze(thing.Get("#only-thing strong").TextContent));
        Assert.Null(thing.Find("input[type=search][name=subjectId]"));
        Assert.NotNull(thing.Find("#only-thing a[href='/staff/audit']"));

        var file = await Browser.GetAsync($"/staff/audit/export?action=order.placed&subjectId={order.RequestNumber}");
        Assert.Contains($",Producer: {producer.Name}", file.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_of_trials_are_named_to_the_help_desk_alone()
    {
        var request = await Portal.InDatabaseAsync(async db =>
        {
            var entry = await db.AuditEntries.FirstAsync(item => item.Subject == nameof(HelpDeskRequest));
            return await db.Set<HelpDeskRequest>().FirstAsync(item => item.Id == Guid.Parse(entry.SubjectId));
        });
        var path = $"/staff/audit?subject={nameof(HelpDeskRequest)}&subjectId={request.Id}";

        var page = await Browser.GetAsync(path);

        var told = page.All(".audit-list > tbody > tr > *").Select(cell => cell.TextContent).ToList();
        Assert.Contains(
            told, cell => cell.Contains(Portal.Words("en", "AuditField.Value.HelpDesk"), StringComparison.Ordinal));

        // Who has done something is told as before.
        Assert.InRange(told.Count(cell => cell.Contains(request.AskerName, StringComparison.Ordinal)), 0, 1);
    }

    [Fact]
    public async Task Entries_are_found_by_order_person_and_day()
    {
        var order = await Portal.InDatabaseAsync(db => db.Set<Order>().AsNoTracking()
            .Where(item => item.State == OrderState.Placed).OrderBy(item => item.PlacedAt).FirstAsync());
        var page = await Browser.GetAsync($"/staff/audit?subject=Order&subjectId={order.RequestNumber}");
        var row = Assert.Single(page.All(".audit-list > tbody > tr"));
        Assert.NotNull(row.QuerySelector($"a[href='/staff/orders/{order.RequestNumber}']"));

        var day = $"{order.PlacedAt.InZone(DateTimeZoneProviders.Tzdb["Etc/UTC"]).Date:uuuu-MM-dd}";
        Assert.NotNull((await Browser.GetAsync($"/staff/audit?from={day}&to={day}")).Find(
            $"a[href='/staff/orders/{order.RequestNumber}']"));
        Assert.NotNull((await Browser.GetAsync($"/staff/audit?subjectId={order.RequestNumber}")).Find(
            $"a[href='/staff/orders/{order.RequestNumber}']"));
        Assert.NotNull((await Browser.GetAsync("/staff/audit?actor=nobody@demo.example")).Find(".empty-state"));
        Assert.NotNull((await Browser.GetAsync("/staff/audit?actor=%C2%A8")).Find(".empty-state"));
        Assert.NotEmpty((await Browser.GetAsync("/staff/audit?actor=hannah+BROOKS")).All(".audit-list > tbody > tr"));
        var wrong = await Browser.GetAsync("/staff/audit?from=soon");
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, Portal.Words("en", "Audit.Date.Wrong")),
            (wrong.Status, wrong.Errors["From"]));
        Assert.Equal(HttpStatusCode.BadRequest, (await Browser.GetAsync("/staff/audit/export?from=soon")).Status);
    }

    [Fact]
    public async Task What_customers_and_the_portal_do_is_told_apart_and_anything_is_readable()
    {
        await AddAsync(
            "x.unknown",
            entry: 3,
            """{"start":"<b>"}""",
            AuditActor.Visitor(Guid.Parse("01234567-89ab-7def-8000-000000000001")));
        await AddAsync("x.unknown", entry: 4, "no JSON");
        var page = await Browser.GetAsync("/staff/audit?action=x.unknown");
        var rows = page.All(".audit-list > tbody > tr");
        Assert.Contains(Portal.Words("en", "Audit.Actor.Portal"), rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("no JSON", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains(Portal.Words("en", "Audit.Actor.Customer"), rows[1].TextContent, StringComparison.Ordinal);
        Assert.Equal("""{"start":"<b>"}""", rows[1].QuerySelector(".audit-raw")!.TextContent.Trim());
        Assert.Equal("x.unknown", page.Get("#Action option[selected]").TextContent);
    }

    [Fact]
    public async Task Details_that_are_not_what_their_act_should_say_stand_as_they_are()
    {
        await AddAsync("package.changed", entry: 5, """{"PackageId":5,"Package":7}""");
        await AddAsync("package.changed", entry: 6, """{"PackageId":6}""");
        var page = await Browser.GetAsync("/staff/audit?action=package.changed");
        Assert.Equal(
            ["""{"PackageId":6}""", """{"PackageId":5,"Package":7}"""],
            page.All(".audit-list > tbody > tr")
                .Take(2)
                .Select(row => row.QuerySelector(".audit-raw")!.TextContent.Trim()));
        Assert.Contains(
            "PackageId",
            (await Browser.GetAsync("/staff/audit/export?action=package.changed")).Source,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("action=x.many")]
    [InlineData("action=x.many&from=2020-01-01")]
    [InlineData("from=2001-02-03&to=2001-02-03")]
    public async Task A_long_trail_goes_on_page_after_page_and_whole_into_a_file(string filter)
    {
        if (!await Portal.InDatabaseAsync(db => db.AuditEntries.AnyAsync(entry => entry.Action == "x.many")))
        {
            for (var number = 0; number < 60; number++)
            {
                await AddAsync("x.many", number, "=1+1");
                await AddAsync(
                    "x.old", number, "=1+1", at: Instant.FromUtc(2001, 2, 3, 10, 0) + Duration.FromMinutes(number % 7));
            }
        }

        var page = await Browser.GetAsync($"/staff/audit?{filter}");
        Assert.Equal(50, page.All(".audit-list > tbody > tr").Count);
        var older = await page.FollowAsync(".schedule-pager a:last-child");
        Assert.Equal(10, older.All(".audit-list > tbody > tr").Count);
        Assert.Equal(60, page
            .All(".audit-list tbody a[href^='/staff/audit?subject']")
            .Concat(older.All(".audit-list tbody a[href^='/staff/audit?subject']"))
            .Select(link => link.GetAttribute("href")).Distinct(StringComparer.Ordinal).Count());

        var file = await Browser.GetAsync($"/staff/audit/export?{filter}");
        Assert.StartsWith("text/csv", file.ContentType, StringComparison.Ordinal);
        var lines = file.Source.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(61, lines.Length);
        Assert.EndsWith(",'=1+1", lines[1], StringComparison.Ordinal);
        Assert.StartsWith(
            $"{Portal.Words("en", "Audit.Csv.At")},{Portal.Words("en", "Audit.Csv.Actor")},",
            lines[0].TrimStart('\ufeff'),
            StringComparison.Ordinal);
        Assert.Contains($",{Portal.Words("en", "Audit.Actor.Portal")},", lines[1], StringComparison.Ordinal);
    }

    private Task AddAsync(
        string action,
        int entry,
        string details,
        AuditActor? actor = null,
        Instant? at = null) => Portal.InDatabaseAsync(db =>
    {
        db.Add(new AuditEntry(
            at ?? Portal.Clock.GetCurrentInstant(), actor ?? AuditActor.Portal, action, "Thing", $"{entry}", details));
        return db.SaveChangesAsync();
    });
}
