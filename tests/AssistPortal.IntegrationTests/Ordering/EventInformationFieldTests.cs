using AssistPortal.Assist.Orders;
using AssistPortal.TestSupport.Portal;
using NodaTime;

namespace AssistPortal.IntegrationTests.Ordering;

public sealed class EventInformationFieldTests(EventInformationFieldTests.AtStep3 host)
    : IClassFixture<EventInformationFieldTests.AtStep3>
{
    private const string SiteHost = "northwind.meetings.example";

    public static TheoryData<string, string, string, string> Wrong => FieldErrors.InEachLanguage(
    [
        ("Topic", "  ", "Ordering.Topic.Missing"),
        ("Topic", new string('題', 129), "Shared.Error.TooLongBy|128|1"),
        ("Topic", "bell\u0007", "Shared.Error.ControlCharacters"),
        ("MeetingNumber", "12345678", "Ordering.MeetingNumber.Wrong"),
        ("MeetingNumber", "123 456 789 012", "Ordering.MeetingNumber.Wrong"),
        ("MeetingNumber", "number nine", "Ordering.MeetingNumber.Wrong"),
        ("MeetingNumber", "١٢٣٤٥٦٧٨٩", "Ordering.MeetingNumber.Wrong"),
        ("MeetingUrl", $"http://{SiteHost}/meet/1", $"Ordering.MeetingUrl.Wrong|{SiteHost}"),
        ("MeetingUrl", "https://evil.example/meet/1", $"Ordering.MeetingUrl.Wrong|{SiteHost}"),
        ("MeetingUrl", $"https://{SiteHost}.evil.example/", $"Ordering.MeetingUrl.Wrong|{SiteHost}"),
        ("MeetingUrl", $"https://{SiteHost}@evil.example/", $"Ordering.MeetingUrl.Wrong|{SiteHost}"),
        ("MeetingUrl", $"https://me:secret@{SiteHost}/", $"Ordering.MeetingUrl.Wrong|{SiteHost}"),
        ("MeetingUrl", "javascript:alert(1)", $"Ordering.MeetingUrl.Wrong|{SiteHost}"),
        ("MeetingUrl", SiteHost, $"Ordering.MeetingUrl.Wrong|{SiteHost}"),
        ("MeetingUrl", $"https://{SiteHost}/{new string('x', 500)}", "Shared.Error.TooLong|500"),
        ("ExpectedAttendees", "", "Ordering.Attendees.Missing"),
        ("ExpectedAttendees", "0", "Ordering.Attendees.Wrong|10,000"),
        ("ExpectedAttendees", "10001", "Ordering.Attendees.Wrong|10,000"),
        ("ExpectedAttendees", "-5", "Ordering.Attendees.Wrong|10,000"),
        ("ExpectedAttendees", "10-20", "Ordering.Attendees.Wrong|10,000"),
        ("ExpectedAttendees", "1.5", "Ordering.Attendees.Wrong|10,000"),
        ("ExpectedAttendees", "many", "Ordering.Attendees.Wrong|10,000"),
        ("ExpectedAttendees", "99999999999999999999", "Ordering.Attendees.Wrong|10,000"),
        ("Presenters", new string('x', 503), "Shared.Error.TooLongBy|500|3"),
        ("Agenda", new string('議', 1301), "Shared.Error.TooLongBy|1300|1"),
        ("OtherComments", new string('x', 2001), "Shared.Error.TooLongBy|2000|1"),
        ("OtherComments", "a\u001Bb", "Shared.Error.ControlCharacters"),
        ("RecordingFormat", "Betamax", "Ordering.Recording.Wrong"),
        ("RecordingFormat", "3", "Ordering.Recording.Wrong"),
        ("Language", "tlh", "Ordering.Language.Wrong"),
        ("ConsultationHours", "some", "Ordering.Extra.Wrong"),
        ("RehearsalHours", "1.75", "Ordering.Extra.Wrong"),
        ("RecordingEditingHours", "-2", "Ordering.Extra.Wrong"),
        ("RegistrationManagementHours", "100", "Ordering.Extra.Wrong"),
        ("SessionWish1", "next week", "Ordering.Wish.Unreadable"),
        ("SessionWish2", "2026-11-30T10:00", "Ordering.Wish.NotBefore|@2027-02-16T10:00"),
        ("SessionWish3", "2027-02-16T10:00", "Ordering.Wish.NotBefore|@2027-02-16T10:00"),
    ]);

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_field_gets_its_own_message(string language, string field, string value, string sentence)
    {
        host.Browser.AcceptLanguage = PortalWords.BrowserOf(language);
        var page = await host.Step.SubmitAsync(Journeys.EventFields(new() { [field] = value }));
        page.AssertOnlyWrong(host.Portal, language, field, sentence);
        if (page.Get($"#{field}").LocalName != "select")
        {
            // Nothing but blanks comes back as nothing.
            Assert.Equal(string.IsNullOrWhiteSpace(value) ? "" : value, page.Value(field));
        }
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once_and_nothing_typed_is_lost()
    {
        host.Browser.AcceptLanguage = "en";
        Dictionary<string, string?> typed = new(StringComparer.Ordinal)
        {
            ["Topic"] = $"  <script>alert(1)</script> {new string('長', 200)} ",
            ["MeetingNumber"] = " 12 ",
            ["MeetingUrl"] = "ftp://x",
            ["ExpectedAttendees"] = " ？ ",
            ["Presenters"] = "\n سلام \u202E 🎉 \n",
            ["Agenda"] = "\n\n  1. one\n  2. two\n",
            ["SessionWish1"] = "soon",
            ["OtherComments"] = "</textarea><img src=x onerror=alert(1)>",
        };
        var page = await host.Step.SubmitAsync(typed);
        Assert.Equal(
            ["ExpectedAttendees", "MeetingNumber", "MeetingUrl", "SessionWish1", "Topic"],
            page.Errors.Keys.Order(StringComparer.Ordinal));
        foreach (var shown in new[] { page, await host.Browser.GetAsync(page.Path) })
        {
            Assert.All(typed, field => Assert.Equal(field.Value, Lines(shown.Value(field.Key))));
            Assert.Empty(shown.All("script:not([src]), img[src=x], [onerror]"));
        }
    }

    private static string? Lines(string? text) => text?.Replace("\r\n", "\n", StringComparison.Ordinal);

    /// <summary>
    /// A host at step 3 of a package with all four extras, for an event on 2027-02-16 10:00 in New York.
    /// </summary>
    public sealed class AtStep3 : IAsyncLifetime
    {
        public PortalFactory Portal { get; } = new();

        public PortalClient Browser { get; private set; } = null!;

        public PortalPage Step { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Browser = Portal.CreatePortalClient();
            await Browser.SignInAsync(Journeys.Host);
            Step = await Browser.ToEventInformationAsync(
                "ec-standard", new FreeMoment(new LocalDateTime(2027, 2, 16, 10, 0)));
            Assert.Equal(EventDetails.MaximumAttendees, 10_000);
        }

        public async Task DisposeAsync()
        {
            Browser.Dispose();
            await Portal.DisposeAsync();
        }
    }
}
