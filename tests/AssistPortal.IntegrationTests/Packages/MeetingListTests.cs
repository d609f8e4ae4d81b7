using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.IntegrationTests.Managing;
using AssistPortal.TestSupport.Details;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.IntegrationTests.Packages;

/// <summary>A host's coming meetings on Assist Services, of sites whose meetings the portal keeps.</summary>
public sealed class MeetingListTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    private const string Orderable = "#meetings form[action='/assist/meetings/order'] input[name=SessionKey]";

    [Fact]
    public async Task A_host_sees_the_own_coming_meetings_and_which_of_them_have_an_order()
    {
        using var browser = await SignedInAsync(Journeys.Host);

        var page = await browser.GetAsync("/assist");

        var own = await portal.InDatabaseAsync(db => db.Set<MeetingSession>()
            .Where(meeting => meeting.HostEmail == Journeys.Host)
            .OrderBy(meeting => meeting.Start)
            .ToListAsync());
        var orders = await portal.InDatabaseAsync(db => db.Set<Order>().Where(order => order.SessionKey != null)
            .ToDictionaryAsync(order => order.SessionKey!, order => order.RequestNumber));
        Assert.Equal(own.Select(meeting => meeting.Topic), page.All("#meetings h3").Select(title => Text(title)));
        Assert.Equal(
            own.Select(meeting => $"{meeting.Id}").Where(key => !orders.ContainsKey(key)),
            page.All(Orderable).Select(key => key.GetAttribute("value")!));
        Assert.Equal(
            own.Where(meeting => orders.ContainsKey($"{meeting.Id}"))
                .Select(meeting => $"/resources/orders/{orders[$"{meeting.Id}"]}"),
            page.All("#meetings h3 a").Select(link => link.GetAttribute("href")!));
        Assert.Equal(page.All("#meetings h3 a").Count, page.All("#meetings .badge").Count);
        Assert.InRange(page.All("#meetings h3 a").Count, 1, own.Count - 1);
        Assert.Null(page.Find("[data-fill]"));
    }

    [Fact]
    public async Task Nobody_sees_meetings_of_others_or_of_other_sites()
    {
        var email = await portal.AddHostAsync("Private", PortalPeople.Northwind);
        await AddAsync(PortalPeople.Northwind, email, 30, "At the own site");
        await AddAsync(PortalPeople.Northwind, $"x{email}", 30, "Of somebody else");
        await AddAsync(PortalPeople.Formosa, email, 30, "Elsewhere");
        await AddAsync(PortalPeople.Northwind, email, -1, "Gone by");
        using var browser = await SignedInAsync(email);

        var page = await browser.GetAsync("/assist");

        Assert.Equal(["At the own site"], page.All("#meetings h3").Select(title => Text(title)));
    }

    [Fact]
    public async Task Without_a_meeting_there_is_no_list_and_its_page_says_so()
    {
        using var browser = await SignedInAsync(await portal.AddHostAsync("Idle", PortalPeople.Northwind));

        Assert.Null((await browser.GetAsync("/assist")).Find("#meetings"));
        Assert.Contains(
            portal.Words("en", "Packages.Meetings.None|idle@hosts.example"),
            (await browser.GetAsync("/assist/meetings")).Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meeting_that_is_too_soon_says_so_unless_a_coordinator_has_given_the_word()
    {
        var email = await portal.AddHostAsync("Hasty", PortalPeople.Northwind);
        await AddAsync(PortalPeople.Northwind, email, 5, "Next week");
        using var browser = await SignedInAsync(email);

        var page = await browser.GetAsync("/assist");
        Assert.Empty(page.All(Orderable));
        Assert.Contains(portal.Words("en", "Packages.Meetings.TooSoon|14"), page.Text, StringComparison.Ordinal);

        using var coordinator = await SignedInAsync("coordinator@demo.example");
        await (await coordinator.GetAsync("/staff/short-notice")).SubmitAsync(
            new() { ["Email"] = email, ["Reason"] = "They asked" });
        Assert.Single((await browser.GetAsync("/assist")).All(Orderable));
    }

    [Fact]
    public async Task What_is_beyond_the_first_four_is_folded_away()
    {
        var email = await portal.AddHostAsync("Busy", PortalPeople.Northwind);
        for (var day = 20; day < 26; day++)
        {
            await AddAsync(PortalPeople.Northwind, email, day, $"Day {day}");
        }

        using var browser = await SignedInAsync(email);
        var page = await browser.GetAsync("/assist");

        Assert.Equal(6, page.All(Orderable).Count);
        Assert.Equal(2, page.All("#meetings details form").Count);
    }

    [Fact]
    public async Task An_order_that_somebody_else_has_placed_is_told_without_a_link()
    {
        var email = await portal.AddHostAsync("Boss", PortalPeople.Northwind);
        var meeting = await AddAsync(PortalPeople.Northwind, email, 150, "Board meeting");
        using var assistant = await SignedInAsync(
            await portal.AddHostAsync("Assistant", PortalPeople.Northwind));
        var moment = FreeMoment.Next();
        var listed = await (await assistant.ToMeetingLookupAsync("ec-premium", moment)).SubmitAsync(
            new() { ["IsScheduled"] = "yes", ["HostId"] = "host", ["HostEmail"] = email });
        var asked = await listed.SubmitAsync(new() { ["SessionKey"] = $"{meeting.Id}" });
        var step = await asked.SubmitAsync(
            new() { ["SessionKey"] = $"{meeting.Id}" }, "button[name=SessionTime][value=keep]");
        (await step.SubmitAsync(new() { ["ExpectedAttendees"] = "9" })).At("confirmation");
        using var boss = await SignedInAsync(email);

        var page = await boss.GetAsync("/assist");

        Assert.Empty(page.All("#meetings :is(a, button)"));
        Assert.Contains(portal.Words("en", "Packages.Meetings.OrderedByOther"), page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_costs_three_statements()
    {
        var commands = new CountedCommands();
        await using var own = PortalFactory.With(new PortalSetup
        {
            Services = services =>
            {
                LinksTests.WithoutWorkers.Services(services);
                services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(commands));
            },
        });
        using var browser = own.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
        await browser.GetAsync("/assist");

        commands.Count = 0;
        await browser.GetAsync("/assist");
        var with = commands.Count;
        await own.InDatabaseAsync(db => db.Set<MeetingSession>().ExecuteDeleteAsync());
        commands.Count = 0;
        await browser.GetAsync("/assist");

        // Who asks and the meetings themselves; what is ordered for them only where there are some.
        Assert.Equal(with - 1, commands.Count);
        Assert.InRange(with, 6, 7);
    }

    private static string Text(AngleSharp.Dom.IElement element) => element.TextContent.Trim();

    private async Task<PortalClient> SignedInAsync(string email)
    {
        var browser = portal.CreatePortalClient();
        browser.AcceptLanguage = "en";
        await browser.SignInAsync(email);
        return browser;
    }

    private Task<MeetingSession> AddAsync(string site, string email, int days, string topic) =>
        portal.InDatabaseAsync(async db =>
        {
            var start = portal.Clock.GetCurrentInstant() + Duration.FromDays(days);
            var meeting = new MeetingSession(
                (await db.Set<Site>().SingleAsync(item => item.HostName == site)).Id,
                SampleDetails.Meeting(start) with { HostEmail = email, Topic = topic });
            db.Add(meeting);
            await db.SaveChangesAsync();
            return meeting;
        });
}
