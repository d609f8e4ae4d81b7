using System.Net;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Scheduling;
using AssistPortal.TestSupport.Details;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Ordering;

public sealed class MeetingLookupTests(HostAtWork host) : IClassFixture<HostAtWork>
{
    private static readonly Dictionary<string, string?> OwnSessions = new(StringComparer.Ordinal)
    {
        ["IsScheduled"] = "yes", ["HostId"] = " HOST ", ["HostEmail"] = "Host@demo.example",
    };

    public static TheoryData<string, string, string, string> Wrong => FieldErrors.InEachLanguage(
    [
        ("HostId", " ", "Ordering.HostId.Missing"),
        ("HostId", new string('x', 121), "Shared.Error.TooLongBy|120|1"),
        ("HostEmail", "", "Ordering.HostEmail.Missing"),
        ("HostEmail", "the host", "Shared.Error.Email"),
        ("HostEmail", $"{new string('x', 245)}@x.example", "Shared.Error.TooLong|254"),
    ]);

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_field_gets_its_own_message(string language, string field, string value, string sentence)
    {
        host.Browser.AcceptLanguage = PortalWords.BrowserOf(language);
        var step = await host.Browser.ToMeetingLookupAsync("tc-premium");
        var page = await step.SubmitAsync(new(OwnSessions, StringComparer.Ordinal) { [field] = value });
        page.AssertOnlyWrong(host.Portal, language, field, sentence);
        Assert.Equal(value.Trim(), page.Value(field));
        Assert.Equal("yes", page.Value("IsScheduled"));
        await page.SubmitAsync(button: "button[form=discard-form]");
    }

    [Theory]
    [InlineData("ec-standard")]
    [InlineData("tc-premium")]
    [InlineData("mc-premium")]
    public async Task The_question_is_compulsory_where_the_meeting_must_be_scheduled_first(string package)
    {
        var step = await host.Browser.ToMeetingLookupAsync(package);
        foreach (var language in PortalWords.Languages)
        {
            host.Browser.AcceptLanguage = PortalWords.BrowserOf(language);
            var page = await step.SubmitAsync();
            page.AssertOnlyWrong(host.Portal, language, "IsScheduled", "Ordering.IsScheduled.Missing");
        }

        (await step.SubmitAsync(new() { ["IsScheduled"] = "no" })).At("event-information");
    }

    [Fact]
    public async Task The_contacts_address_is_not_asked_for_again()
    {
        host.Browser.AcceptLanguage = "en";
        var step = await host.Browser.ToMeetingLookupAsync("tc-premium");
        var contact = (await host.Portal.DraftAsync(step.Draft())).Contact.Email;
        Assert.Equal((contact, ""), (step.Value("HostEmail"), step.Value("HostId")));

        // Whoever has emptied it meant that.
        var again = await step.SubmitAsync(new(OwnSessions, StringComparer.Ordinal) { ["HostEmail"] = "" });
        Assert.Equal("", again.Value("HostEmail"));
        await again.SubmitAsync(button: "button[form=discard-form]");
    }

    [Fact]
    public async Task The_question_may_stay_open_with_event_center_premium()
    {
        host.Browser.AcceptLanguage = "en";
        var step = await host.Browser.ToMeetingLookupAsync("ec-premium");
        Assert.Contains(
            host.Portal.Words("en", "Shared.Form.Optional"),
            step.Get("legend:has(.optional)").TextContent,
            StringComparison.Ordinal);
        (await step.SubmitAsync()).At("event-information");
    }

    [Fact]
    public async Task Only_the_hosts_own_coming_sessions_of_that_site_are_listed()
    {
        host.Browser.AcceptLanguage = "en";
        var page = await (await host.Browser.ToMeetingLookupAsync("tc-premium")).SubmitAsync(OwnSessions);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        var own = await host.Portal.InDatabaseAsync(db => db.Set<MeetingSession>()
            .Where(session => session.HostEmail == Journeys.Host).Select(session => session.Id).ToListAsync());
        Assert.Equal(
            own.Select(id => $"{id}").Append("by-hand").Order(StringComparer.Ordinal),
            page.All("input[name=SessionKey]")
                .Select(radio => radio.GetAttribute("value")!)
                .Order(StringComparer.Ordinal));
        Assert.DoesNotContain("group B", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dokafor", "host@demo.example")]
    [InlineData("host", "daniel.okafor@northwind.example")]
    [InlineData("host2", "host2@demo.example")]
    [InlineData("%", "%@demo.example")]
    public async Task Id_and_address_that_do_not_belong_together_find_nothing_and_the_order_goes_on_by_hand(
        string id, string email)
    {
        host.Browser.AcceptLanguage = "en";
        var page = await (await host.Browser.ToMeetingLookupAsync("tc-premium")).SubmitAsync(
            new() { ["IsScheduled"] = "yes", ["HostId"] = id, ["HostEmail"] = email });
        Assert.Contains(host.Portal.Words("en", "Ordering.Directory.Empty"), page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All("input[name=SessionKey]"));
        (await page.SubmitAsync(button: "button[name=SessionKey][value=by-hand]")).At("event-information");
    }

    [Fact]
    public async Task A_session_at_the_same_time_fills_step_3()
    {
        var session = await SessionAsync("7264019551");
        var step = (await PickAsync("tc-premium", session, Moment(session))).At("event-information");
        Assert.Equal(
            (
                session.Topic,
                session.MeetingNumber,
                session.MeetingUrl,
                $"{session.ExpectedAttendees}",
                session.Presenters,
                session.Agenda),
            (
                step.Value("Topic"),
                step.Value("MeetingNumber"),
                step.Value("MeetingUrl"),
                step.Value("ExpectedAttendees"),
                step.Value("Presenters"),
                step.Value("Agenda")));
        var order = await host.OrderAsync((await step.SubmitAsync()).At("confirmation"));
        Assert.Equal($"{session.Id}", order.SessionKey);
        Assert.Equal(session.Start, order.Time.Start);
    }

    [Fact]
    public async Task Of_two_times_the_own_one_can_be_kept()
    {
        var session = await SessionAsync("72640198027");
        var moment = FreeMoment.Next();
        var asked = (await PickAsync("mc-premium", session, moment)).At("meeting-lookup");
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.NotNull(asked.Find("button[name=SessionTime][value=use]"));
        var step = (await asked.SubmitAsync(button: "button[name=SessionTime][value=keep]")).At("event-information");
        Assert.Equal(session.Topic, step.Value("Topic"));
        Assert.Equal(moment.Start, (await host.DraftAsync(step)).Time!.Start);
    }

    [Fact]
    public async Task Of_two_times_the_sessions_can_be_used_and_the_producer_is_held_then()
    {
        var session = await SessionAsync("726402117");
        var asked = (await PickAsync("mc-premium", session, FreeMoment.Next())).At("meeting-lookup");
        var step = (await asked.SubmitAsync(button: "button[name=SessionTime][value=use]")).At("event-information");
        var draft = await host.DraftAsync(step);
        Assert.Equal(
            (session.Start, session.DurationMinutes, "America/New_York"),
            (draft.Time!.Start, draft.Time.DurationMinutes, draft.Time.TimeZone));
        var held = await host.Portal.InDatabaseAsync(
            db => db.Set<Reservation>().SingleAsync(item => item.DraftId == draft.Id));
        Assert.Equal(session.Start - Duration.FromMinutes(30), held.Start);
    }

    [Theory]
    [InlineData(5, 30)]
    [InlineData(40, 7)]
    [InlineData(400, 0)]
    public async Task A_session_at_a_time_that_cannot_be_ordered_says_so_and_the_own_time_stays(int days, int minute)
    {
        host.Browser.AcceptLanguage = "en";
        var start = Instant.FromUtc(2026, 12, 1, 15, minute) + Duration.FromDays(days == 400 ? 366 : days);
        var session = await AddSessionAsync(start, $"80{days:000}{minute:00}000");
        var asked = (await PickAsync("mc-premium", session, FreeMoment.Next())).At("meeting-lookup");
        var page = await asked.SubmitAsync(button: "button[name=SessionTime][value=use]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Equal([host.Portal.Words("en", "Ordering.SessionTime.NotBookable")], page.ErrorSummary);
        (await page.SubmitAsync(button: "button[name=SessionTime][value=keep]")).At("event-information");
    }

    [Fact]
    public async Task A_made_up_session_lists_the_sessions_again()
    {
        var step = await host.Browser.ToMeetingLookupAsync("tc-premium");
        var listed = await step.SubmitAsync(OwnSessions);
        var page = await listed.SubmitAsync(new() { ["SessionKey"] = $"{Guid.NewGuid()}" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.NotEmpty(page.All("input[name=SessionKey]"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    [InlineData("zh-Hans")]
    public async Task J3_Going_on_without_a_choice_among_the_sessions_is_an_error(string language)
    {
        host.Browser.AcceptLanguage = PortalWords.BrowserOf(language);
        var listed = await (await host.Browser.ToMeetingLookupAsync("tc-premium")).SubmitAsync(OwnSessions);

        var page = await listed.SubmitAsync();

        page.AssertOnlyWrong(host.Portal, language, "SessionKey", "Ordering.Sessions.Missing");
        Assert.NotEmpty(page.All("input[name=SessionKey]"));
    }

    [Fact]
    public async Task J3_Another_host_typed_beside_the_list_is_looked_up()
    {
        host.Browser.AcceptLanguage = "en";
        var listed = await (await host.Browser.ToMeetingLookupAsync("tc-premium")).SubmitAsync(OwnSessions);

        var page = await listed.SubmitAsync(new() { ["HostId"] = "nobody" });

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(host.Portal.Words("en", "Ordering.Directory.Empty"), page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task J4_The_title_tells_what_was_found()
    {
        host.Browser.AcceptLanguage = "en";
        var step = await host.Browser.ToMeetingLookupAsync("tc-premium");

        var found = await step.SubmitAsync(OwnSessions);
        var nothing = await step.SubmitAsync(new(OwnSessions) { ["HostId"] = "nobody" });

        var count = found.All("#sessions input[name=SessionKey]").Count - 1;
        Assert.StartsWith(
            host.Portal.Words("en", $"Ordering.Result.Found|{count}"), found.Title, StringComparison.Ordinal);
        Assert.NotNull(found.Find("#sessions legend[data-result]"));
        Assert.StartsWith(host.Portal.Words("en", "Ordering.Result.None"), nothing.Title, StringComparison.Ordinal);
        Assert.NotNull(nothing.Find(".notice[data-result]"));
    }

    [Fact]
    public async Task Back_keeps_what_was_typed()
    {
        var step = await host.Browser.ToMeetingLookupAsync("tc-premium");
        var back = await step.SubmitAsync(
            new() { ["IsScheduled"] = "yes", ["HostId"] = " me <i> ", ["HostEmail"] = "half an addr" },
            "button[name=Back]");
        var again = (await back.At("availability").SubmitAsync()).At("meeting-lookup");
        Assert.Equal(
            ("yes", " me <i> ", "half an addr"),
            (again.Value("IsScheduled"), again.Value("HostId"), again.Value("HostEmail")));
    }

    [Fact]
    public async Task What_was_typed_in_step_3_stays_when_the_same_session_is_passed_again()
    {
        var session = await SessionAsync("72640198027");
        var asked = await PickAsync("mc-premium", session, FreeMoment.Next());
        var step = await asked.SubmitAsync(button: "button[name=SessionTime][value=keep]");
        var back =
            (await step.SubmitAsync(new() { ["Topic"] = "My own words" }, "button[name=Back]")).At("meeting-lookup");
        var again = await back.SubmitAsync();
        if (again.Path.EndsWith("meeting-lookup", StringComparison.Ordinal))
        {
            again = await again.SubmitAsync(new() { ["SessionKey"] = $"{session.Id}" });
            again = await again.SubmitAsync(
                new() { ["SessionKey"] = $"{session.Id}" }, "button[name=SessionTime][value=keep]");
        }

        Assert.Equal("My own words", again.At("event-information").Value("Topic"));
    }

    [Fact]
    public async Task What_was_typed_in_step_3_before_a_session_is_picked_stays_where_the_session_says_nothing()
    {
        var session = await SessionAsync("72640198027");
        var step = await host.Browser.ToEventInformationAsync("mc-premium");
        var back = await step.SubmitAsync(
            new() { ["Topic"] = "Mine", ["RehearsalHours"] = "1.5", ["OtherComments"] = "Mind the stairs" },
            "button[name=Back]");
        var asked = await (await back.SubmitAsync(OwnSessions)).SubmitAsync(new() { ["SessionKey"] = $"{session.Id}" });
        var filled = (await asked.SubmitAsync(button: "button[name=SessionTime][value=keep]")).At("event-information");
        Assert.Equal(
            (session.Topic, session.MeetingNumber, "1.5", "Mind the stairs"),
            (
                filled.Value("Topic"),
                filled.Value("MeetingNumber"),
                filled.Value("RehearsalHours"),
                filled.Value("OtherComments")));
    }

    private static FreeMoment Moment(MeetingSession session) => new(
        session.Start.InZone(DateTimeZoneProviders.Tzdb["America/New_York"]).LocalDateTime,
        Minutes: session.DurationMinutes);

    private async Task<PortalPage> PickAsync(string package, MeetingSession session, FreeMoment moment)
    {
        var step = await host.Browser.ToMeetingLookupAsync(package, moment);
        return await (await step.SubmitAsync(OwnSessions)).SubmitAsync(new() { ["SessionKey"] = $"{session.Id}" });
    }

    private Task<MeetingSession> SessionAsync(string number) => host.Portal.InDatabaseAsync(db =>
        db.Set<MeetingSession>().AsNoTracking().SingleAsync(session => session.MeetingNumber == number));

    private Task<MeetingSession> AddSessionAsync(
        Instant start, string number) => host.Portal.InDatabaseAsync(async db =>
    {
        var site = await db.Set<Assist.Sites.Site>().SingleAsync(item => item.HostName == PortalPeople.Northwind);
        var session = new MeetingSession(
            site.Id, SampleDetails.Meeting(start, number) with { Topic = "At an odd time" });
        db.Add(session);
        await db.SaveChangesAsync();
        return session;
    });
}
