using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Texts;
using AssistPortal.TestSupport.Mail;
using AssistPortal.TestSupport.Portal;
using NodaTime;

namespace AssistPortal.IntegrationTests.Ordering;

public sealed class ConfirmationTests(HostAtWork host) : IClassFixture<HostAtWork>
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public async Task The_confirmation_holds_all_that_a_host_wants_to_know(string language)
    {
        host.Browser.AcceptLanguage = PortalWords.BrowserOf(language);
        var page = await host.Browser.OrderAsync("ec-standard", changes: new()
        {
            ["Language"] = "ja",
            ["MeetingNumber"] = "726401938",
            ["SessionWish1"] = "2027-01-04T15:30",
            ["RehearsalHours"] = "1.5",
        });
        var order = await host.OrderAsync(page);
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$", page.Get("#request-number").TextContent);
        Assert.Equal(order.RequestNumber.ToString(), page.Get("[data-copy]").GetAttribute("data-copy"));
        Assert.StartsWith(
            host.Portal.Words(
                language, $"Ordering.Step.Title|4|{host.Portal.Words(language, "Assist.Step.Confirmation")}"),
            page.Title,
            StringComparison.Ordinal);

        string[] expected =
        [
            host.Portal.Words(language, "Ordering.Confirmed"),
            host.Portal.Words(language, "Ordering.Confirmed.Mail|host@demo.example"),
            PortalWords.In(language, () => Wording.Span(order.Time)),
            "America/New York (UTC−04:00)",
            Reserved(language, order),
            host.Portal.Words(language, "Assist.Fee.Note"),
            host.Portal.Words(language, "Assist.Terms.Title"),
            PortalWords.In(language, () => Wording.LocalTime(
                (order.Time.Start - Duration.FromDays(7)).InZone(order.Time.LocalStart.Zone).LocalDateTime)),
            host.Portal.Words(language, "Ordering.WhatNext.PlanningCall"),
            host.Portal.Words(language, "Ordering.WhatNext.Sessions"),
            host.Portal.Words(language, "Ordering.WhatNext.Content"),
            host.Portal.Words(language, "Assist.Language.State.Open"),
            PortalWords.In(language, () => Wording.LocalTime(new LocalDateTime(2027, 1, 4, 15, 30))),
            "726401938",
            "assist@portal.example",
        ];
        Assert.All(expected, text => Assert.Contains(PortalPage.Squeeze(text), page.Text, StringComparison.Ordinal));
        var number = order.RequestNumber;
        foreach (var path in new[]
        {
            $"/resources/orders/{number}/calendar.ics",
            $"/resources/orders/{number}/print",
            $"/assist/manage/{number}/availability",
        })
        {
            Assert.Equal(HttpStatusCode.OK, (await page.FollowAsync($"main a[href='{path}']")).Status);
        }

        Assert.Empty(page.All(".step-list a"));
    }

    [Fact]
    public async Task The_confirmation_shows_the_same_after_a_refresh()
    {
        host.Browser.AcceptLanguage = "en";
        var page = await host.Browser.OrderAsync();
        Assert.Equal(page.Text, (await host.Browser.GetAsync(page.Path)).Text);
    }

    [Fact]
    public async Task The_calendar_file_holds_the_event()
    {
        host.Browser.AcceptLanguage = "en";
        var page = await host.Browser.OrderAsync(changes: new() { ["Topic"] = "Plan; a, b \\ c 🎉" });
        var order = await host.OrderAsync(page);
        var file = await host.Browser.GetAsync($"/resources/orders/{order.RequestNumber}/calendar.ics");
        Assert.Equal("text/calendar; charset=utf-8", file.ContentType);
        Assert.Contains(
            $"attachment; filename={order.RequestNumber}.ics",
            file.Headers["Content-Disposition"],
            StringComparison.Ordinal);
        var calendar = await IndependentMailReader.ReadCalendarAsync(file.Source);
        Assert.Equal(
            ("PUBLISH", "2.0", 1, order.CalendarUid),
            (calendar.Method, calendar.Version, calendar.Events, calendar.Uid));
        Assert.Equal(
            (order.Time.Start.ToDateTimeOffset(), order.Time.End.ToDateTimeOffset()), (calendar.Start, calendar.End));
        Assert.Contains("Plan; a, b \\ c 🎉", calendar.Summary, StringComparison.Ordinal);
        Assert.Contains(order.RequestNumber.ToString(), calendar.Description, StringComparison.Ordinal);
        Assert.Equal(0, calendar.BareLineBreaks);
    }

    [Fact]
    public async Task Downloaded_calendar_files_are_published_as_RFC_5546_wants() // J20
    {
        host.Browser.AcceptLanguage = "en";
        var order = await host.OrderAsync(await host.Browser.OrderAsync());
        foreach (var area in new[] { "resources/orders", "assist/manage" })
        {
            var file = await host.Browser.GetAsync($"/{area}/{order.RequestNumber}/calendar.ics");
            var calendar = await IndependentMailReader.ReadCalendarAsync(file.Source);
            Assert.Equal(("PUBLISH", 1, 0), (calendar.Method, calendar.Events, calendar.Sequence));
            Assert.Equal("mailto:assist@portal.example", $"mailto:{calendar.Organizer?.Address}");
            Assert.Empty(calendar.Attendees);
            Assert.NotNull(calendar.Stamp);
            Assert.NotNull(calendar.Start);
            Assert.NotEmpty(calendar.Summary!);
            Assert.Equal(order.CalendarUid, calendar.Uid);
        }
    }

    private string Reserved(string language, Order order)
    {
        var (start, end) = PortalWords.In(language, () => (
            Wording.Time(order.Time.LocalStart.TimeOfDay.PlusMinutes(-30)), Wording.Time(
                order.Time.LocalEnd.TimeOfDay.PlusMinutes(15))));
        return host.Portal.Words(language, $"Facts.Reserved|{start}|{end}");
    }
}
