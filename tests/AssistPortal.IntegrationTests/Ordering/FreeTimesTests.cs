using System.Net;
using AssistPortal.TestSupport.Portal;
using NodaTime;

namespace AssistPortal.IntegrationTests.Ordering;

public sealed class FreeTimesTests(HostAtWork host) : IClassFixture<HostAtWork>
{
    private static readonly Dictionary<string, string?> Typed = new(StringComparer.Ordinal)
    {
        ["FirstName"] = " Hannah <b> ",
        ["Phone"] = "not yet known",
        ["TimeZone"] = "Europe/Berlin",
        ["DurationMinutes"] = "90",
    };

    [Fact]
    public async Task The_strip_shows_the_first_month_and_the_first_day_that_has_a_free_start()
    {
        var page = await host.Browser.BeginAsync();
        Assert.Equal("2026-12-15", page.Get("button[name=Day]").GetAttribute("value"));
        Assert.Equal(17, page.All("button[name=Day]").Count);
        Assert.Equal("2027-01-01", page.Get("button[name=FreeTimesFrom]").GetAttribute("value"));
        var chosen = page.Get("button[name=Day][aria-pressed=true]").GetAttribute("value")!;
        Assert.All(page.All("button[name=Pick]"), pick => Assert.StartsWith(
            chosen, pick.GetAttribute("value"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_day_is_shaded_by_how_many_producers_are_free_for_the_length()
    {
        using var portal = new PortalFactory();
        await portal.LeaveOneProducerAsync();
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var page = await browser.BeginAsync();
        var day = page.Get("button[name=Day][data-free='1']").GetAttribute("value")!;
        var filled = await page.SubmitAsync(button: $"button[name=Day][value='{day}']");
        Assert.Contains(
            "1 free",
            filled.Get($"button[name=Day][value='{day}']").GetAttribute("aria-label"),
            StringComparison.Ordinal);
        var halfDay = await filled.SubmitAsync(
            new() { ["DurationMinutes"] = "720" }, $"button[name=Day][value='{day}']");
        Assert.Contains(
            "nobody free",
            halfDay.Get($"button[name=Day][data-free='0'][value='{day}']").GetAttribute("aria-label"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_day_fills_the_date_and_shows_its_free_starts_office_hours_first()
    {
        var page = await host.Browser.BeginAsync("tc-premium");
        page = await page.SubmitAsync(Typed, "button[name=Day][value='2026-12-17']");
        Assert.Equal(("2026-12-17", " Hannah <b> "), (page.Value("StartDate"), page.Value("FirstName")));
        var starts = page.All("button[name=Pick]").Select(pick => pick.GetAttribute("value")![11..]).ToList();
        var office = starts.TakeWhile(IsOfficeHour).ToList();
        Assert.NotEmpty(office);
        Assert.DoesNotContain(starts.Skip(office.Count), IsOfficeHour);

        static bool IsOfficeHour(string time) =>
            string.CompareOrdinal(time, "09:00") >= 0 && string.CompareOrdinal(time, "17:00") <= 0;
    }

    [Fact]
    public async Task Picking_a_time_fills_it_in_and_keeps_what_was_typed_and_it_can_be_ordered()
    {
        var page = await (await host.Browser.BeginAsync()).SubmitAsync(Typed, "button[name=Pick]");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(
            (" Hannah <b> ", "not yet known", "Europe/Berlin", "90"),
            (page.Value("FirstName"), page.Value("Phone"), page.Value("TimeZone"), page.Value("DurationMinutes")));
        var pick = page.Get("button[name=Pick]").GetAttribute("value")!;
        page = await page.SubmitAsync(button: $"button[name=Pick][value='{pick}']");
        Assert.Equal(pick, $"{page.Value("StartDate")}T{page.Value("StartTime")}");
        Assert.Equal(pick, page.Get("button[name=Pick][aria-pressed=true]").GetAttribute("value"));
        var next = (await page.SubmitAsync(new() { ["Phone"] = "+1 212 555 0142" })).At("meeting-lookup");
        Assert.Equal("Europe/Berlin", (await host.DraftAsync(next)).Time!.TimeZone);
        await next.SubmitAsync(button: "button[form=discard-form]");
    }

    [Fact]
    public async Task Each_start_of_a_day_is_really_free()
    {
        var page = await host.Browser.BeginAsync("tc-premium");
        foreach (var pick in page.All("button[name=Pick]")
            .Where((_, number) => number % 5 == 0)
            .Select(button => button.GetAttribute("value")!)
            .ToList())
        {
            var step = await page.SubmitAsync(new()
            {
                ["StartDate"] = pick[..10], ["StartTime"] = pick[11..],
            });
            step.At("meeting-lookup");
        }
    }

    [Fact]
    public async Task Turning_to_another_month_keeps_what_was_typed()
    {
        var first = await host.Browser.BeginAsync();
        var later = await first.SubmitAsync(Typed, "button[name=FreeTimesFrom]:last-child");
        Assert.Equal("2027-01-01", later.Get("button[name=Day]").GetAttribute("value"));
        Assert.Equal((" Hannah <b> ", "not yet known"), (later.Value("FirstName"), later.Value("Phone")));
        var earlier = await later.SubmitAsync(button: "button[name=FreeTimesFrom][value='2026-12-01']");
        Assert.Equal("2026-12-15", earlier.Get("button[name=Day]").GetAttribute("value"));
        Assert.Equal(" Hannah <b> ", earlier.Value("FirstName"));
    }

    [Fact]
    public async Task The_last_month_ends_with_the_horizon()
    {
        var page = await host.Browser.BeginAsync();
        page = await page.SubmitAsync(new() { ["StartDate"] = "2027-12-01" }, "button[name=Pick]");
        var strip = $"/assist/order/{page.Draft()}/free-times";
        var last = await host.Browser.GetAsync(
            $"{strip}?SiteId={page.Value("SiteId")}&PackageCode={page.Value("PackageCode")}&TimeZone=Etc/UTC"
                + "&FreeTimesFrom=2030-01-01");
        Assert.Equal("2027-12-01", Assert.Single(last.All("button[name=Day]")).GetAttribute("value"));
        Assert.Equal("2027-11-01", Assert.Single(last.All("button[name=FreeTimesFrom]")).GetAttribute("value"));
    }

    [Fact]
    public async Task The_strip_alone_follows_the_typed_date_package_length_and_zone_J9()
    {
        var page = await host.Browser.BeginAsync();
        var strip = await host.Browser.GetAsync(
            $"/assist/order/{page.Draft()}/free-times?SiteId={page.Value("SiteId")}"
                + $"&PackageCode={page.Value("PackageCode")}&StartDate=2027-02-26&TimeZone=Berlin&DurationMinutes=90");
        Assert.Equal(HttpStatusCode.OK, strip.Status);
        Assert.DoesNotContain("<html", strip.Source, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("2027-02-26", strip.Get("button[name=Day][aria-pressed=true]").GetAttribute("value"));
        Assert.Contains("Europe/Berlin", strip.Text, StringComparison.Ordinal);
        Assert.NotEmpty(strip.All("button[name=Pick][value^='2027-02-26']"));
        Assert.Null((await host.DraftAsync(page)).Time);
    }

    [Theory]
    [InlineData("Pick", "2027-03-14T02:30", "2027-03-14", "03:30")]
    [InlineData("Pick", "rubbish", "2027-02-01", "10:00")]
    [InlineData("FreeTimesFrom", "rubbish", "2027-02-01", "10:00")]
    [InlineData("FreeTimesFrom", "0001-01-01", "2027-02-01", "10:00")]
    [InlineData("FreeTimesFrom", "9999-12-31", "2027-02-01", "10:00")]
    public async Task Made_up_values_do_no_harm(string field, string value, string date, string time)
    {
        var page = await host.Browser.BeginAsync();
        var (action, fields) = page.Prepare(new FreeMoment(new(2027, 2, 1, 10, 0)).Fields(), "button[name=Pick]");
        var again = await host.Browser.PostAsync(
            action, fields.Where(item => item.Key != "Pick").Append(KeyValuePair.Create(field, value)));
        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Equal((date, time), (again.Value("StartDate"), again.Value("StartTime")));
    }

    [Fact]
    public async Task A_time_zone_that_is_known_or_typed_is_not_the_browsers_to_change()
    {
        var page = await host.Browser.BeginAsync();
        Assert.Equal("America/New_York", page.Value("TimeZone"));
        Assert.False(page.Get("#TimeZone").HasAttribute("data-preset"));

        var again = await page.SubmitAsync(new() { ["TimeZone"] = "Europe/Berlin" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Europe/Berlin"), (again.Status, again.Value("TimeZone")));
        Assert.False(again.Get("#TimeZone").HasAttribute("data-preset"));
    }

    [Fact]
    public async Task Without_a_time_zone_the_strip_asks_for_one()
    {
        using var browser = host.Portal.CreatePortalClient();
        await browser.SignInAsync(await host.Portal.AddHostAsync("Nowhere", PortalPeople.Northwind));
        var page = await browser.BeginAsync();
        Assert.Contains(host.Portal.Words("en", "Times.FreeTimes.NoZone"), page.Text, StringComparison.Ordinal);
        Assert.True(page.Get("#TimeZone").HasAttribute("data-preset"));
        Assert.Empty(page.All("button[name=Pick]"));
    }

    [Fact]
    public async Task The_own_hold_counts_as_free_in_the_strip()
    {
        using var portal = new PortalFactory();
        await portal.LeaveOneProducerAsync();
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var day = new LocalDate(2027, 1, 19);
        var lookup = await browser.ToMeetingLookupAsync(moment: new FreeMoment(day.At(new LocalTime(12, 0))));
        var held = "button[name=Pick][value='2027-01-19T12:00']";
        Assert.NotNull((await browser.GetAsync($"/assist/order/{lookup.Draft()}/availability")).Find(held));
        var other = await browser.BeginAsync();
        Assert.Null((await other.SubmitAsync(
            new FreeMoment(day.At(new LocalTime(9, 0))).Fields(), "button[name=Day]")).Find(held));
    }
}
