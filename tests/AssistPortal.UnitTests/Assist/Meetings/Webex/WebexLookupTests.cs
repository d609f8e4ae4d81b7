using System.Reflection;
using System.Text.Json;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Meetings.Webex;
using AssistPortal.TestSupport.Directories;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Meetings.Webex;

public sealed class WebexLookupTests : IAsyncLifetime
{
    private WebexTestbed bed = null!;

    public async Task InitializeAsync() => bed = await WebexTestbed.StartAsync();

    public Task DisposeAsync()
    {
        bed.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_meeting_is_found_with_what_the_API_knows_of_it()
    {
        var meeting = bed.Stub.Add(new StubMeeting
        {
            Start = bed.In(20),
            Minutes = 90,
            Title = "春季課程",
            Agenda = "Welcome",
            Number = "2555 512 3456",
            Invitees = ["guest@demo.example"],
        });

        Assert.Equal(
            new DirectorySession
            {
                Key = meeting.Id,
                HostId = "host@demo.example",
                Topic = "春季課程",
                Agenda = "Welcome",
                MeetingNumber = "25555123456",
                MeetingUrl = "https://northwind.meetings.example/m/25555123456",
                Start = meeting.Start,
                DurationMinutes = 90,
            },
            Assert.Single(await bed.FindAsync()));
    }

    [Fact]
    public async Task The_address_alone_is_enough_to_find_a_hosts_meetings()
    {
        var meeting = bed.Stub.Add(new StubMeeting { Start = bed.In(20) });
        bed.Stub.Add(new StubMeeting
        {
            Start = bed.In(21), HostEmail = "boss@demo.example", Invitees = [WebexTestbed.Host.Email],
        });

        var found = await bed.FindAsync(WebexTestbed.Host with { HostId = null });

        Assert.Equal(meeting.Id, Assert.Single(found).Key);
    }

    [Fact]
    public async Task The_whole_time_is_asked_for_as_the_API_wants_it()
    {
        bed.Stub.Add(new StubMeeting { Start = bed.In(300) });

        Assert.Single(await bed.FindAsync());

        var request = Assert.Single(bed.Stub.Requests);
        Assert.Equal("meetings", request.Path);
        Assert.Equal("2026-12-01T09:00:00Z", request.Query["from"]);
        Assert.Equal("2027-12-03T09:00:00Z", request.Query["to"]);
        Assert.Equal("100", request.Query["max"]);
        Assert.Equal(WebexTestbed.HostName, request.Query["siteUrl"]);
        Assert.Equal("meetingSeries", request.Query["meetingType"]);
        Assert.Equal(WebexTestbed.Host.Email, request.Query["hostEmail"]);
        Assert.Equal("UTC", request.Headers["timezone"]);
        Assert.Equal($"Bearer {bed.Stub.Token}", request.Headers["Authorization"]);
        Assert.DoesNotContain(WebexTestbed.Host.HostId!, string.Concat(request.Query.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_meetings_of_which_that_person_is_host_are_theirs()
    {
        bed.Stub.Add(new StubMeeting
        {
            Start = bed.In(1),
            HostEmail = "boss@demo.example",
            Invitees = [WebexTestbed.Host.Email],
        });
        var own = bed.Stub.Add(new StubMeeting { Start = bed.In(2), HostEmail = "Host@Demo.example" });

        Assert.Equal([own.Id], (await bed.FindAsync()).Select(session => session.Key));
    }

    [Fact]
    public async Task Meetings_of_another_site_and_those_that_are_over_are_left_out()
    {
        bed.Site.MoveTo("NorthWind.meetings.example");
        var here = bed.Stub.Add(new StubMeeting { Start = bed.In(3), SiteUrl = null });
        bed.Stub.Add(new StubMeeting { Start = bed.In(1), State = "ended" });
        bed.Stub.Next(StubFault.Says($$"""
            {"items":[null,
            {"id":"1","title":"Elsewhere","start":"2026-12-05T09:00:00Z","end":"2026-12-05T10:00:00Z",
             "hostEmail":"host@demo.example","siteUrl":"other.meetings.example"},
            {"id":"2","title":"With an offset","start":"2026-12-05T17:00:00+08:00","end":"2026-12-05T18:00:00+08:00",
             "hostEmail":"host@demo.example"},
            {"id":"3","title":"Without an end","start":"2026-12-05T09:00:00Z","hostEmail":"host@demo.example"},
            {"id":"4","title":" ","start":"2026-12-05T09:00:00Z","end":"2026-12-05T10:00:00Z",
             "hostEmail":"host@demo.example"},
            {"id":"5","title":"Backwards","start":"2026-12-05T09:00:00Z","end":"2026-12-05T08:00:00Z",
             "hostEmail":"host@demo.example"},
            {"id":"6","title":"Long ago","start":"2020-12-05T09:00:00Z","end":"2020-12-05T10:00:00Z",
             "hostEmail":"host@demo.example"},
            {"id":"7","title":"Nobody's","start":"2026-12-05T09:00:00Z","end":"2026-12-05T10:00:00Z"}]}
            """));

        Assert.Equal(
            [("2", Instant.FromUtc(2026, 12, 5, 9, 0))],
            (await bed.FindAsync()).Select(session => (session.Key, session.Start)));
        Assert.Equal([here.Id], (await bed.FindAsync()).Select(session => session.Key));
    }

    [Fact]
    public async Task Of_a_series_each_coming_occurrence_can_be_picked_and_a_single_meeting_stands_once()
    {
        var single = bed.Stub.Add(new StubMeeting { Start = bed.In(9) });
        var series = bed.Stub.Add(
            new StubMeeting { Start = bed.In(-7), Occurrences = [bed.In(-7), bed.In(7), bed.In(14)] });

        Assert.Equal(
            [WebexStub.OccurrenceId(series, bed.In(7)), single.Id, WebexStub.OccurrenceId(series, bed.In(14))],
            (await bed.FindAsync()).Select(session => session.Key));
        Assert.Equal(
            ["meetingSeries", "scheduledMeeting"], bed.Stub.Requests.Select(request => request.Query["meetingType"]));
    }

    [Theory]
    [InlineData("https://elsewhere.example/m/1")]
    [InlineData("http://northwind.meetings.example/m/1")]
    [InlineData("https://user:pw@northwind.meetings.example/m/1")]
    [InlineData("javascript:alert(1)")]
    [InlineData("not a link")]
    [InlineData(null)]
    public async Task A_link_that_does_not_lead_to_the_site_is_dropped(string? link)
    {
        bed.Stub.Add(new StubMeeting { Start = bed.In(1), WebLink = link });

        Assert.Equal("", Assert.Single(await bed.FindAsync()).MeetingUrl);
    }

    [Fact]
    public async Task No_secret_of_an_answer_is_ever_read()
    {
        bed.Stub.Add(new StubMeeting { Start = bed.In(1) });

        Assert.DoesNotContain(
            StubMeeting.Secret, JsonSerializer.Serialize(await bed.FindAsync()), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            typeof(WebexMeeting).GetProperties(BindingFlags.Instance | BindingFlags.Public),
            property => property.Name.Contains("password", StringComparison.OrdinalIgnoreCase)
                || property.Name.Contains("key", StringComparison.OrdinalIgnoreCase)
                || property.PropertyType == typeof(JsonElement)
                || property.GetCustomAttribute<System.Text.Json.Serialization.JsonExtensionDataAttribute>()
                    is not null);
    }

    [Fact]
    public async Task All_pages_are_read()
    {
        bed.Stub.PageSize = 2;
        var meetings = Enumerable.Range(1, 5)
            .Select(day => bed.Stub.Add(new StubMeeting { Start = bed.In(day) }))
            .ToList();

        Assert.Equal(meetings.Select(meeting => meeting.Id), (await bed.FindAsync()).Select(session => session.Key));
        Assert.Equal(3, bed.Stub.Requests.Count);
        Assert.All(bed.Stub.Requests, request => Assert.Equal("UTC", request.Headers["timezone"]));
    }

    [Fact]
    public async Task Pages_without_end_are_left_after_some()
    {
        bed.Stub.PagesEndlessly = true;
        bed.Stub.Add(new StubMeeting { Start = bed.In(1) });

        Assert.NotEmpty(await bed.FindAsync());
        Assert.Equal(WebexLimits.Within(default).Pages, bed.Stub.Requests.Count);
    }

    [Fact]
    public async Task The_token_goes_to_no_other_address()
    {
        using var elsewhere = await WebexStub.StartAsync();
        bed.Stub.PageSize = 1;
        bed.Stub.Add(new StubMeeting { Start = bed.In(1) });
        bed.Stub.Add(new StubMeeting { Start = bed.In(2) });
        bed.Stub.LinkTo = link => link.Replace(bed.Stub.Address, elsewhere.Address, StringComparison.Ordinal);
        Assert.Single(await bed.FindAsync());
        bed.Stub.LinkTo = link => link.Replace("/v1/", "/v2/", StringComparison.Ordinal);
        Assert.Single(await bed.FindAsync());
        bed.Stub.Next(StubFault.Redirects($"{elsewhere.Address}meetings"));
        Assert.Equal(DirectoryFault.Unreadable, (await bed.FaultAsync()).Fault);

        Assert.Empty(elsewhere.Requests);
        Assert.All(bed.Stub.Requests, request => Assert.Equal("meetings", request.Path));
    }

    [Theory]
    [InlineData("http://127.0.0.1:{1}/v1/meetings")]
    [InlineData("http://127.1:{1}/v1/meetings")]
    [InlineData("//127.0.0.1:{1}/v1/meetings")]
    [InlineData(@"\\127.0.0.1:{1}\v1\meetings")]
    [InlineData("https://127.0.0.1:{1}/v1/meetings")]
    [InlineData("http://127.0.0.1:{0}@127.0.0.1:{1}/v1/meetings")]
    [InlineData("http://me:pw@127.0.0.1:{0}/v1/meetings")]
    [InlineData("/v1/../v2/meetings")]
    public async Task A1_a_link_to_the_next_page_takes_the_token_nowhere_else(string link)
    {
        using var elsewhere = await WebexStub.StartAsync();
        bed.Stub.PageSize = 1;
        bed.Stub.Add(new StubMeeting { Start = bed.In(1) });
        bed.Stub.Add(new StubMeeting { Start = bed.In(2) });
        bed.Stub.LinkTo =
            _ => string.Format(null, link, new Uri(bed.Stub.Address).Port, new Uri(elsewhere.Address).Port);

        Assert.Single(await bed.FindAsync());

        Assert.Empty(elsewhere.Requests);
        Assert.Single(bed.Stub.Requests);
    }

    [Fact]
    public async Task A_users_token_asks_for_nobody_and_still_gives_the_hosts_own_meetings_only()
    {
        using var own = await WebexTestbed.StartAsync(settings: (WebexTestbed.Setting("IsAdministrator"), "false"));
        own.Stub.IsAdministrator = false;
        own.Stub.Add(new StubMeeting { Start = own.In(1) });

        Assert.Single(await own.FindAsync());
        Assert.Empty(await own.FindAsync(new SessionHost("x", "somebody@demo.example")));
        Assert.All(own.Stub.Requests, request => Assert.False(request.Query.ContainsKey("hostEmail")));
    }
}
