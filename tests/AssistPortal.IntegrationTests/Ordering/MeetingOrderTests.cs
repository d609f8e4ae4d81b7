using System.Net;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Sites;
using AssistPortal.TestSupport.Details;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Ordering;

/// <summary>From a meeting on Assist Services to its order.</summary>
public sealed class MeetingOrderTests(HostAtWork host) : IClassFixture<HostAtWork>
{
    [Fact]
    public async Task Order_for_this_fills_steps_one_to_three()
    {
        var (browser, meeting) = await WithMeetingAsync("Meeter", FreeMoment.Next());

        var one = (await OrderAsync(browser, meeting)).At("availability");

        var start = meeting.Start.InZone(DateTimeZoneProviders.Tzdb["America/New_York"]);
        Assert.Equal(
            ($"{start:yyyy-MM-dd}", $"{start:HH:mm}", "America/New_York", "90", $"{meeting.SiteId}", "Meeter"),
            (
                one.Value("StartDate"),
                one.Value("StartTime"),
                one.Value("TimeZone"),
                one.Value("DurationMinutes"),
                one.Value("SiteId"),
                one.Value("FirstName")));

        // No package follows from the meeting: it has to be chosen.
        Assert.Equal("", one.Value("PackageCode"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await one.SubmitAsync()).Status);
        var two = (await one.SubmitAsync(new() { ["PackageCode"] = "tc-premium" })).At("meeting-lookup");
        Assert.Equal(
            ("yes", "meeter.host", meeting.HostEmail, $"{meeting.Id}"),
            (two.Value("IsScheduled"), two.Value("HostId"), two.Value("HostEmail"), two.Value("SessionKey")));

        var three = (await two.SubmitAsync()).At("event-information");
        Assert.Equal(
            (meeting.Topic, meeting.MeetingNumber, meeting.Agenda, meeting.Presenters),
            (three.Value("Topic"), three.Value("MeetingNumber"), three.Value("Agenda"), three.Value("Presenters")));
        var order = await host.OrderAsync(
            (await three.SubmitAsync(new() { ["ExpectedAttendees"] = "7" })).At("confirmation"));
        Assert.Equal(
            ($"{meeting.Id}", meeting.HostEmail, meeting.Start, 90),
            (order.SessionKey, order.SessionHostEmail, order.Time.Start, order.Time.DurationMinutes));
        var list = await browser.GetAsync("/assist");
        Assert.Equal(
            $"/resources/orders/{order.RequestNumber}", list.Get("#meetings h3 a").GetAttribute("href"));
        browser.Dispose();
    }

    [Fact]
    public async Task An_untouched_draft_of_the_meeting_is_taken_up_again_and_a_touched_one_continued_J24()
    {
        var (browser, meeting) = await WithMeetingAsync("Twice", FreeMoment.Next());

        var first = await OrderAsync(browser, meeting);
        Assert.Equal(first.Draft(), (await OrderAsync(browser, meeting)).Draft());
        Assert.NotEqual(first.Draft(), (await browser.BeginAsync("tc-premium")).Draft());
        Assert.Null((await browser.GetAsync("/assist")).Find("a[href$='/continue']"));

        await first.SubmitAsync(new() { ["FirstName"] = "" });
        var list = await browser.GetAsync("/assist");
        Assert.Null(list.Find("#meetings form"));
        Assert.Contains(
            host.Portal.Words("en", "Packages.Drafts.NoPackage"),
            list.Get(".order-card:has(form[action$='/discard'])").TextContent,
            StringComparison.Ordinal);
        var again = await list.FollowAsync("#meetings a.btn[href$='/continue']");
        Assert.Equal((first.Draft(), ""), (again.Draft(), again.Value("FirstName")));
        browser.Dispose();
    }

    [Fact]
    public async Task The_package_of_the_last_order_at_the_site_is_taken_again()
    {
        var (browser, meeting) = await WithMeetingAsync("Regular", FreeMoment.Next());
        await browser.OrderAsync("mc-premium");

        var one = await OrderAsync(browser, meeting);

        Assert.Equal("mc-premium", one.Value("PackageCode"));
        (await one.SubmitAsync()).At("meeting-lookup");
        browser.Dispose();
    }

    [Fact]
    public async Task A_meeting_at_odd_times_is_ordered_in_whole_quarters_of_an_hour()
    {
        var moment = FreeMoment.Next();
        var (browser, meeting) = await WithMeetingAsync("Odd", moment, minute: 5, minutes: 50);

        var one = await OrderAsync(browser, meeting);
        Assert.Equal(
            ($"{moment.At:HH:mm}", "60"), (one.Value("StartTime"), one.Value("DurationMinutes")));
        var two = (await one.SubmitAsync(new() { ["PackageCode"] = "mc-premium" })).At("meeting-lookup");

        (await two.SubmitAsync()).At("event-information");
        browser.Dispose();
    }

    [Fact]
    public async Task Only_an_own_coming_meeting_without_an_order_begins_one()
    {
        var (browser, meeting) = await WithMeetingAsync("Careful", FreeMoment.Next());
        var foreign = await AddAsync("somebody@else.example", FreeMoment.Next().Start, 60);
        var count = await CountAsync();

        var page = await OrderAsync(browser, foreign);
        Assert.Equal("/assist", page.Path);
        Assert.Equal(
            host.Portal.Words("en", "Packages.Notice.NoMeeting"), page.Get(".notice--warning").TextContent.Trim());
        var (_, fields) = (await browser.GetAsync("/assist")).Prepare(button: "#meetings form button");
        var other = await browser.PostAsync("/assist/meetings/order", Replace(fields, "SiteId", "999"));
        Assert.Equal(HttpStatusCode.NotFound, other.Status);
        Assert.Equal(count, await CountAsync());

        var ordered = await host.Portal.InDatabaseAsync(db => db.Set<MeetingSession>()
            .SingleAsync(item => item.MeetingNumber == "726401938"));
        Assert.StartsWith(
            "/resources/orders/", (await OrderAsync(host.Browser, ordered)).Path, StringComparison.Ordinal);
        Assert.NotNull(meeting);
        browser.Dispose();
    }

    [Fact]
    public async Task In_step_2_the_session_at_the_ordered_time_is_marked_and_one_must_be_chosen_where_none_is()
    {
        var moment = FreeMoment.Next();
        var (browser, meeting) = await WithMeetingAsync("Marker", moment);

        // At no time that any test orders.
        var other = await AddAsync(
            meeting.HostEmail, moment.Start + Duration.FromDays(1) + Duration.FromMinutes(45), 60, "marker.host");
        Dictionary<string, string?> own = new(StringComparer.Ordinal)
        {
            ["IsScheduled"] = "yes", ["HostId"] = "marker.host", ["HostEmail"] = meeting.HostEmail,
        };

        var listed = await (await browser.ToMeetingLookupAsync("tc-premium", moment with { Minutes = 90 }))
            .SubmitAsync(own);
        Assert.Equal($"{meeting.Id}", listed.Value("SessionKey"));
        var three = (await listed.SubmitAsync()).At("event-information");
        Assert.Equal(meeting.Topic, three.Value("Topic"));

        listed = await (await browser.ToMeetingLookupAsync("tc-premium")).SubmitAsync(own);
        Assert.Empty(listed.All("input[name=SessionKey][checked]"));
        Assert.Contains(
            listed.All("input[name=SessionKey]"), radio => radio.GetAttribute("value") == $"{other.Id}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await listed.SubmitAsync()).Status);
        browser.Dispose();
    }

    private async Task<(PortalClient Browser, MeetingSession Meeting)> WithMeetingAsync(
        string name, FreeMoment moment, int minute = 0, int minutes = 90)
    {
        var email = await host.Portal.AddHostAsync(name, PortalPeople.Northwind);
        var meeting = await AddAsync(
            email, moment.Start + Duration.FromMinutes(minute), minutes, $"{name.ToLowerInvariant()}.host");
        var browser = host.Portal.CreatePortalClient();
        browser.AcceptLanguage = "en";
        await browser.SignInAsync(email);
        return (browser, meeting);
    }

    private static async Task<PortalPage> OrderAsync(PortalClient browser, MeetingSession meeting)
    {
        var (_, fields) = (await browser.GetAsync("/assist")).Prepare(button: "form[action='/assist/order'] button");
        return await browser.PostAsync(
            "/assist/meetings/order",
            [
                .. fields.Where(field => field.Key != "PackageCode"),
                KeyValuePair.Create("SiteId", $"{meeting.SiteId}"),
                KeyValuePair.Create("SessionKey", $"{meeting.Id}"),
            ]);
    }

    private static IEnumerable<KeyValuePair<string, string>> Replace(
        IEnumerable<KeyValuePair<string, string>> fields, string name, string value) =>
        fields.Where(field => field.Key != name).Append(KeyValuePair.Create(name, value));

    private Task<int> CountAsync() => host.Portal.InDatabaseAsync(db => db.Set<OrderDraft>().CountAsync());

    private Task<MeetingSession> AddAsync(string email, Instant start, int minutes, string hostId = "host") =>
        host.Portal.InDatabaseAsync(async db =>
        {
            var site = await db.Set<Site>().SingleAsync(item => item.HostName == PortalPeople.Northwind);
            var meeting = new MeetingSession(site.Id, SampleDetails.Meeting(start, "555000111") with
            {
                HostId = hostId,
                HostEmail = email,
                Topic = "Town hall",
                Agenda = "News, questions",
                Presenters = "Sam Speaker",
                DurationMinutes = minutes,
                TimeZone = "America/New_York",
            });
            db.Add(meeting);
            await db.SaveChangesAsync();
            return meeting;
        });
}
