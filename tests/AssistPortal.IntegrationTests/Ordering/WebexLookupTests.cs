using System.Net;
using AssistPortal.Assist.Sites;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Directories;
using AssistPortal.TestSupport.Portal;
using NodaTime;

namespace AssistPortal.IntegrationTests.Ordering;

/// <summary>Step 2 at a site whose meetings Webex keeps.</summary>
public sealed class WebexLookupTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string?> Asked = new(StringComparer.Ordinal)
    {
        ["IsScheduled"] = "yes", ["HostId"] = "hannah", ["HostEmail"] = Journeys.Host,
    };

    private WebexStub stub = null!;
    private PortalFactory portal = null!;
    private PortalClient browser = null!;

    public static TheoryData<string> Faults => ["hang", "401", "500", "rubbish", "cut", "busy"];

    public async Task InitializeAsync()
    {
        stub = await WebexStub.StartAsync();
        portal = PortalFactory.With(new PortalSetup
        {
            Settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [$"Directories:Sites:{PortalPeople.Northwind}:Token"] = stub.Token,
                [$"Directories:Sites:{PortalPeople.Northwind}:Address"] = stub.Address,
                ["Directories:Patience"] = "00:00:10",
            },
        });
        await portal.InDatabaseAsync(db => db.EditAsync(
            db.Set<Site>().Where(site => site.HostName == PortalPeople.Northwind),
            site => site.LookUpIn(DirectoryKind.Webex)));
        browser = portal.CreatePortalClient();
        await browser.SignInAsync(Journeys.Host);
    }

    public async Task DisposeAsync()
    {
        browser.Dispose();
        await portal.DisposeAsync();
        stub.Dispose();
    }

    [Fact]
    public async Task A_meeting_that_is_picked_fills_step_3_without_its_secrets()
    {
        var moment = FreeMoment.Next();
        var meeting = stub.Add(new StubMeeting
        {
            Start = moment.At.InZoneStrictly(DateTimeZoneProviders.Tzdb[moment.Zone]).ToInstant(),
            Minutes = moment.Minutes,
            Title = "Spring launch",
            Agenda = "Welcome",
        });
        stub.Add(
            new StubMeeting { Start = meeting.Start, HostEmail = "boss@demo.example", Invitees = [Journeys.Host] });

        var listed = await (await browser.ToMeetingLookupAsync("tc-premium", moment)).SubmitAsync(Asked);
        Assert.Equal(
            [meeting.Id, "by-hand"],
            listed.All("input[name=SessionKey]").Select(radio => radio.GetAttribute("value")!));
        var step = (await listed.SubmitAsync(new() { ["SessionKey"] = meeting.Id })).At("event-information");
        Assert.Equal(
            ("Spring launch", "Welcome", meeting.Number, meeting.WebLink),
            (step.Value("Topic"), step.Value("Agenda"), step.Value("MeetingNumber"), step.Value("MeetingUrl")));
        var order = await portal.OrderAsync(
            (await step.SubmitAsync(new() { ["ExpectedAttendees"] = "20" })).At("confirmation"));
        Assert.Equal((meeting.Id, Journeys.Host), (order.SessionKey, order.SessionHostEmail));
        Assert.DoesNotContain(StubMeeting.Secret, listed.Source + step.Source, StringComparison.OrdinalIgnoreCase);
        AssertLogIsClean();
    }

    [Fact]
    public async Task Meetings_are_listed_on_their_own_page_and_Assist_Services_does_not_wait_for_them()
    {
        var moment = FreeMoment.Next();
        var meeting = stub.Add(new StubMeeting
        {
            Start = moment.At.InZoneStrictly(DateTimeZoneProviders.Tzdb[moment.Zone]).ToInstant(),
            Minutes = moment.Minutes,
            Title = "Spring launch",
        });
        stub.Add(
            new StubMeeting { Start = meeting.Start, HostEmail = "boss@demo.example", Invitees = [Journeys.Host] });

        var services = await browser.GetAsync("/assist");
        Assert.Empty(stub.Requests);
        var list = await services.FollowAsync("#meetings a[data-fill]");
        Assert.Equal("Spring launch", list.Get("#meetings h3").TextContent.Trim());

        // The zone of the host's last order, since the directory tells none.
        var one = (await list.SubmitFormAsync("#meetings form")).At("availability");
        Assert.Equal(
            ("America/New_York", $"{moment.At:yyyy-MM-dd}", $"{moment.At:HH:mm}"),
            (one.Value("TimeZone"), one.Value("StartDate"), one.Value("StartTime")));
        var two = (await one.SubmitAsync(new() { ["PackageCode"] = "tc-premium" })).At("meeting-lookup");
        Assert.Equal((Journeys.Host, meeting.Id), (two.Value("HostId"), two.Value("SessionKey")));
        Assert.Equal("Spring launch", (await two.SubmitAsync()).At("event-information").Value("Topic"));
        AssertLogIsClean();
    }

    [Theory]
    [InlineData("401")]
    [InlineData("busy")]
    public async Task A_directory_that_fails_is_told_in_a_sentence(string kind)
    {
        stub.Always(kind == "busy" ? StubFault.Status(429, "600") : StubFault.Status(401));

        var list = await browser.GetAsync("/assist/meetings");

        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.Equal(
            portal.Words("en", "Packages.Meetings.Silent"), list.Get("#meetings [role=status]").TextContent.Trim());
        Assert.NotEmpty((await browser.GetAsync("/assist")).All("form[action='/assist/order']"));
        AssertLogIsClean();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_directory_that_fails_keeps_nobody_from_ordering(string kind)
    {
        stub.Always(kind switch
        {
            "hang" => StubFault.Hangs(),
            "rubbish" => StubFault.Says("<html>maintenance</html>", "text/html"),
            "cut" => StubFault.Cut(),
            "busy" => StubFault.Status(429, "600"),
            _ => StubFault.Status(int.Parse(kind, null)),
        });
        var page = await (await browser.ToMeetingLookupAsync("tc-premium")).SubmitAsync(Asked);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(portal.Words("en", "Ordering.Directory.Silent"), page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(StubFault.RawMessage, page.Source, StringComparison.Ordinal);
        var step = (await page.SubmitAsync(button: "button[name=SessionKey][value=by-hand]")).At("event-information");
        (await step.SubmitAsync(Journeys.EventFields())).At("confirmation");
        Assert.NotEmpty(stub.Requests);
        AssertLogIsClean();
    }

    private void AssertLogIsClean()
    {
        Assert.Empty(portal.Log.Errors);
        var written = string.Join('\n', portal.Log.Lines
            .Where(line => line.Category.StartsWith("AssistPortal", StringComparison.Ordinal)
                || line.Category.Contains("Http.", StringComparison.Ordinal))
            .Select(line => $"{line.Message} {line.Fault}"));
        foreach (var secret in new[] { StubMeeting.Secret, StubFault.RawMessage, stub.Token, Journeys.Host })
        {
            Assert.DoesNotContain(secret, written, StringComparison.OrdinalIgnoreCase);
        }
    }
}
