using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Texts;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Ordering;

public sealed class AvailabilityTimeTests(HostAtWork host) : IClassFixture<HostAtWork>
{
    private static readonly FreeMoment Gap = new(new(2027, 3, 14, 2, 30));
    private static readonly FreeMoment Fold = new(new(2027, 11, 7, 1, 30));

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public async Task A_time_that_clocks_skip_is_refused_with_the_next_valid_one(string language)
    {
        host.Browser.AcceptLanguage = PortalWords.BrowserOf(language);
        var page = await (await host.Browser.BeginAsync()).SubmitAsync(Gap.Fields());
        page.AssertOnlyWrong(
            host.Portal, language, "StartTime", "Times.StartTime.Skipped|America/New York|@2027-03-14T03:00");
        Assert.Equal(("2027-03-14", "02:30"), (page.Value("StartDate"), page.Value("StartTime")));
    }

    [Theory]
    [InlineData("02:00")]
    [InlineData("02:45")]
    public async Task The_whole_skipped_hour_is_refused(string time)
    {
        host.Browser.AcceptLanguage = "en";
        var fields = Gap.Fields();
        fields["StartTime"] = time;
        var page = await (await host.Browser.BeginAsync()).SubmitAsync(fields);
        page.AssertOnlyWrong(
            host.Portal, "en", "StartTime", "Times.StartTime.Skipped|America/New York|@2027-03-14T03:00");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public async Task A_time_that_comes_twice_asks_which_one_is_meant(string language)
    {
        host.Browser.AcceptLanguage = PortalWords.BrowserOf(language);
        var page = await (await host.Browser.BeginAsync()).SubmitAsync(Fold.Fields());
        page.AssertOnlyWrong(host.Portal, language, "Fold", "Times.Fold.Missing");
        var time = PortalWords.In(language, () => Wording.Time(new LocalTime(1, 30)));
        Assert.Equal(
            [
                host.Portal.Words(language, $"Times.Fold.Earlier|{time}|UTC−04:00"),
                host.Portal.Words(language, $"Times.Fold.Later|{time}|UTC−05:00"),
            ],
            page.All("input[name=Fold] + label").Select(label => PortalPage.Squeeze(label.TextContent)));
        Assert.Null(page.Value("Fold"));
    }

    [Fact]
    public async Task The_two_choices_are_one_hour_apart_and_each_reserves_its_own_time()
    {
        host.Browser.AcceptLanguage = "en";
        var starts = new List<Instant>();
        foreach (var choice in new[] { "earlier", "later" })
        {
            var asked = await (await host.Browser.BeginAsync()).SubmitAsync(Fold.Fields());
            var page = (await asked.SubmitAsync(new() { ["Fold"] = choice })).At("meeting-lookup");
            var start = (await host.DraftAsync(page)).Time!.Start;
            var draft = page.Draft();
            var held = await host.Portal.InDatabaseAsync(
                db => db.Set<Reservation>().SingleAsync(item => item.DraftId == draft));
            Assert.Equal(start - Duration.FromMinutes(30), held.Start);
            Assert.Equal(start + Duration.FromMinutes(75), held.End);
            starts.Add(start);
            await page.SubmitAsync(button: "button[form=discard-form]");
        }

        Assert.Equal([Instant.FromUtc(2027, 11, 7, 5, 30), Instant.FromUtc(2027, 11, 7, 6, 30)], starts);
    }

    [Fact]
    public async Task Going_back_to_a_time_that_comes_twice_keeps_which_one_was_meant()
    {
        host.Browser.AcceptLanguage = "en";
        var asked = await (await host.Browser.BeginAsync()).SubmitAsync(Fold.Fields());
        var lookup = (await asked.SubmitAsync(new() { ["Fold"] = "later" })).At("meeting-lookup");
        var back = (await lookup.SubmitAsync(button: "button[name=Back]")).At("availability");
        Assert.Equal("later", back.Value("Fold"));
        var again = (await back.SubmitAsync()).At("meeting-lookup");
        Assert.Equal(Instant.FromUtc(2027, 11, 7, 6, 30), (await host.DraftAsync(again)).Time!.Start);
        await again.SubmitAsync(button: "button[form=discard-form]");
    }

    [Theory]
    [InlineData("2026-12-14", "Pacific/Pago_Pago", null)]
    [InlineData("2026-12-13", "Pacific/Pago_Pago", "StartDate.TooSoon|14|@2026-12-14")]
    [InlineData("2026-12-15", "Pacific/Kiritimati", null)]
    [InlineData("2026-12-14", "Pacific/Kiritimati", "StartDate.TooSoon|14|@2026-12-15")]
    [InlineData("2027-11-30", "Pacific/Pago_Pago", null)]
    [InlineData("2027-12-01", "Pacific/Pago_Pago", "StartDate.TooFar|12|@2027-11-30")]
    [InlineData("2027-12-01", "Pacific/Kiritimati", null)]
    [InlineData("2027-12-02", "Pacific/Kiritimati", "StartDate.TooFar|12|@2027-12-01")]
    public async Task Lead_time_and_horizon_are_counted_in_the_events_own_zone(
        string date, string zone, string? refused)
    {
        host.Browser.AcceptLanguage = "en";
        var page = await (await host.Browser.BeginAsync()).SubmitAsync(new()
        {
            ["StartDate"] = date, ["StartTime"] = "10:00", ["TimeZone"] = zone, ["DurationMinutes"] = "30",
        });
        if (refused is null)
        {
            await page.At("meeting-lookup").SubmitAsync(button: "button[form=discard-form]");
        }
        else
        {
            page.AssertOnlyWrong(host.Portal, "en", "StartDate", $"Ordering.{refused}");
        }
    }

    [Fact]
    public async Task Lead_time_and_horizon_are_settings()
    {
        using var portal = PortalFactory.With(new PortalSetup
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Ordering:LeadTimeDays"] = "2", ["Ordering:HorizonMonths"] = "1",
            },
        });
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var step = await browser.BeginAsync();
        var soon = await step.SubmitAsync(new FreeMoment(new(2026, 12, 2, 10, 0)).Fields());
        soon.AssertOnlyWrong(portal, "en", "StartDate", "Ordering.StartDate.TooSoon|2|@2026-12-03");
        var far = await step.SubmitAsync(new FreeMoment(new(2027, 1, 2, 10, 0)).Fields());
        far.AssertOnlyWrong(portal, "en", "StartDate", "Ordering.StartDate.TooFar|1|@2027-01-01");
        (await step.SubmitAsync(new FreeMoment(new(2026, 12, 3, 10, 0)).Fields())).At("meeting-lookup");
    }

    [Theory]
    [InlineData("30")]
    [InlineData("720")]
    public async Task The_shortest_and_the_longest_event_can_be_ordered(string minutes)
    {
        var fields = new FreeMoment(new(2027, 4, 6, 9, 0)).Fields();
        fields["DurationMinutes"] = minutes;
        using var portal = new PortalFactory();
        await portal.InDatabaseAsync(db => db.Database.ExecuteSqlAsync(
            $"UPDATE ProducerHours SET StartMinute = 0, EndMinute = 1440"));
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        var page = (await (await browser.BeginAsync()).SubmitAsync(fields)).At("meeting-lookup");
        Assert.Equal(minutes, $"{(await portal.DraftAsync(page.Draft())).Time!.DurationMinutes}");
    }
}
