using AssistPortal.Assist.Sites;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Staff;

public sealed class SiteFieldTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    public static TheoryData<string, string, string, string> Wrong => FieldErrors.InEachLanguage(
    [
        ("DirectoryKind", "Zoom", "Sites.DirectoryKind.Wrong"),
        ("ScheduleChange", "", "Sites.ScheduleChange.Wrong"),
        ("SchedulingPage", "https://elsewhere.example/", "Sites.SchedulingPage.Wrong|northwind.meetings.example"),
        (
            "SchedulingPage",
            "http://northwind.meetings.example/",
            "Sites.SchedulingPage.Wrong|northwind.meetings.example"),
    ]);

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_wrong_field_gets_its_own_message(string language, string field, string value, string sentence)
    {
        staff.Browser.AcceptLanguage = PortalWords.BrowserOf(language);
        var id = await staff.Portal.InDatabaseAsync(db => db.Set<Site>()
            .Where(site => site.HostName == PortalPeople.Northwind).Select(site => site.Id).SingleAsync());
        var page = await (await staff.Browser.GetAsync($"/staff/sites/{id}")).SubmitAsync(new() { [field] = value });
        page.AssertOnlyWrong(staff.Portal, language, field, sentence);
    }
}
