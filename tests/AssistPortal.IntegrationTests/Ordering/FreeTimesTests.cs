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
    public async Task The_picture_shows_two_weeks_from_the_first_possible_day()
    {
        var page = await host.Browser.BeginAsync();
        Assert.Equal(14, page.All(".free-times__day").Count);
        Assert.Equal("2026-12-15", page.Get(".free-times__bar").GetAttribute("data-date"));
        Assert.Equal(page.All(".free-times__bar-free").Count, page.All("button[name=Pick]").Count);
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
        var next = (await page.SubmitAsync(new() { ["Phone"] = "+1 212 555 0142" })).At("meeting-lookup");
        Assert.Equal("Europe/Berlin", (await host.DraftAsync(next)).Time!.TimeZone);
        await next.SubmitAsync(button: "button[form=discard-form]");
    }

    [Fact]
    public async Task Each_first_and_last_time_of_the_picture_is_really_free()
    {
        var page = await (await host.Browser.BeginAsync("tc-premium")).SubmitAsync(
            button: "button[name=FreeTimesFrom]");
        foreach (var pick in page.All("button[name=Pick]")
            .Take(12)
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
    public async Task Turning_the_pages_keeps_what_was_typed()
    {
        var first = await host.Browser.BeginAsync();
        var later = await first.SubmitAsync(Typed, "button[name=FreeTimesFrom]:last-of-type");
        Assert.Equal("2026-12-29", later.Get(".free-times__bar").GetAttribute("data-date"));
        Assert.Equal((" Hannah <b> ", "not yet known"), (later.Value("FirstName"), later.Value("Phone")));
        var earlier = await later.SubmitAsync(button: "button[name=FreeTimesFrom][value='2026-12-15']");
        Assert.Equal("2026-12-15", earlier.Get(".free-times__bar").GetAttribute("data-date"));
        Assert.Equal(" Hannah <b> ", earlier.Value("FirstName"));
    }

    [Fact]
    public async Task The_last_page_ends_with_the_horizon()
    {
        var page = await (await host.Browser.BeginAsync()).SubmitAsync(
            new() { ["StartDate"] = "2027-12-01" }, "button[name=FreeTimesFrom]");
        page = await page.SubmitAsync(new() { ["StartDate"] = "2027-12-01" }, "button[name=Pick]");
        var (action, fields) = page.Prepare(button: "button[name=FreeTimesFrom]");
        page = await host.Browser.PostAsync(
            action, fields.Where(field => field.Key != "FreeTimesFrom")
                .Append(KeyValuePair.Create("FreeTimesFrom", "2027-11-28")));
        Assert.Equal(
            ["2027-11-28", "2027-11-29", "2027-11-30", "2027-12-01"],
            page.All(".free-times__bar").Select(bar => bar.GetAttribute("data-date")));
        Assert.Single(page.All("button[name=FreeTimesFrom]"));
    }

    [Fact]
    public async Task The_fragment_is_the_picture_alone()
    {
        var page = await host.Browser.BeginAsync();
        var (action, fields) = page.Prepare(Typed, "button[name=FreeTimesFrom]");
        var fragment = await host.Browser.PostAsync($"{action}?fragment=true", fields);
        Assert.Equal(HttpStatusCode.OK, fragment.Status);
        Assert.DoesNotContain("<html", fragment.Source, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            "step-form\"",
            fragment.Source.Replace("form=\"step-form\"", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.NotEmpty(fragment.All("button[name=Pick]"));
        Assert.Equal(page.Get("#free-times").GetAttribute("data-free-times-url"), $"{action}?fragment=true");
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
        Assert.False(page.Get("#TimeZone").HasAttribute("data-preset-time-zone"));

        var again = await page.SubmitAsync(new() { ["TimeZone"] = "Europe/Berlin" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Europe/Berlin"), (again.Status, again.Value("TimeZone")));
        Assert.False(again.Get("#TimeZone").HasAttribute("data-preset-time-zone"));
    }

    [Fact]
    public async Task Without_a_time_zone_the_picture_asks_for_one()
    {
        using var browser = host.Portal.CreatePortalClient();
        await browser.SignInAsync(await host.Portal.AddHostAsync("Nowhere", PortalPeople.Northwind));
        var page = await browser.BeginAsync();
        Assert.Contains(host.Portal.Words("en", "Times.FreeTimes.NoZone"), page.Text, StringComparison.Ordinal);
        Assert.True(page.Get("#TimeZone").HasAttribute("data-preset-time-zone"));
        Assert.Empty(page.All("button[name=Pick]"));
    }

    [Fact]
    public async Task The_own_hold_counts_as_free_in_the_picture()
    {
        using var portal = new PortalFactory();
        await portal.LeaveOneProducerAsync();
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var day = new LocalDate(2027, 1, 19);
        var lookup = await browser.ToMeetingLookupAsync(moment: new FreeMoment(day.At(new LocalTime(12, 0))));
        Assert.Equal(1, Ranges(await browser.GetAsync($"/assist/order/{lookup.Draft()}/availability"), "2027-01-19"));
        var other = await browser.BeginAsync();
        Assert.Equal(2, Ranges(
            await other.SubmitAsync(new FreeMoment(day.At(new LocalTime(9, 0))).Fields(), "button[name=Pick]"), null));
    }

    private static int Ranges(PortalPage page, string? day) => day is null
        ? page.All(".free-times__day").Max(item => item.QuerySelectorAll(".free-times__bar-free").Length)
        : page.Get($".free-times__bar[data-date='{day}']").QuerySelectorAll(".free-times__bar-free").Length;
}
