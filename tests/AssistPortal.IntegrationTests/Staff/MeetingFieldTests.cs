using AssistPortal.Assist.Sites;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Staff;

public sealed class MeetingFieldTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    public static TheoryData<string, string, string, string> Wrong => FieldErrors.InEachLanguage(
    [
        ("SiteId", "", "Meetings.SiteId.Unknown"),
        ("HostId", " ", "Meetings.HostId.Missing"),

        // A sign that is eighteen letters in the usual width.
        ("HostId", new string('ﷺ', 100), "Shared.Error.TooLongBy|120|1680"),
        ("HostEmail", "the host", "Shared.Error.Email"),
        ("Topic", new string('x', 129), "Shared.Error.TooLongBy|128|1"),
        ("MeetingNumber", "12345678", "Ordering.MeetingNumber.Wrong"),
        ("MeetingNumber", MeetingForm.DemoNumber, "Meetings.MeetingNumber.Taken"),
        ("MeetingUrl", "https://elsewhere.example/1", "Ordering.MeetingUrl.Wrong|northwind.meetings.example"),
        ("StartDate", "soon", "Times.StartDate.Unreadable"),
        ("StartTime", "", "Times.StartTime.Missing"),
        ("TimeZone", "Nowhere/Land", "Times.TimeZone.Unknown"),
        ("DurationMinutes", "9", "Meetings.Duration.Wrong|10|1439"),
        ("ExpectedAttendees", "-1", "Ordering.Attendees.Wrong|10,000"),
        ("Agenda", new string('x', 1301), "Shared.Error.TooLongBy|1300|1"),
    ]);

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_field_gets_its_own_message(string language, string field, string value, string sentence)
    {
        staff.Browser.AcceptLanguage = PortalWords.BrowserOf(language);
        var siteId = await staff.Portal.InDatabaseAsync(db => db.Set<Site>()
            .Where(site => site.HostName == PortalPeople.Northwind).Select(site => site.Id).SingleAsync());
        var page = await (await staff.Browser.GetAsync("/staff/meetings/add"))
            .SubmitAsync(MeetingForm.Fields(siteId, new() { [field] = value }));
        page.AssertOnlyWrong(staff.Portal, language, field, sentence);
        Assert.Equal("Presenters stay", page.Value("Presenters"));
    }

    [Fact]
    public async Task Without_a_site_only_the_site_is_asked_for()
    {
        staff.Browser.AcceptLanguage = PortalWords.BrowserOf("en");
        var page = await (await staff.Browser.GetAsync("/staff/meetings/add"))
            .SubmitAsync(MeetingForm.Fields(
                0, new() { ["SiteId"] = "", ["MeetingUrl"] = $"https://{PortalPeople.Northwind}/1" }));
        Assert.Equal(["SiteId"], page.Errors.Keys);
    }
}
