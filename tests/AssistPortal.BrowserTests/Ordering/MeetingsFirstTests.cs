using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.BrowserTests.Browsing;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Web.Features.Packages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Ordering;

/// <summary>Orders that begin with a meeting on Assist Services.</summary>
public sealed class MeetingsFirstTests(PortalFixture fixture) : BrowserTest(fixture)
{
    [Theory]
    [InlineData("en", "dark", 375)]
    public async Task A_directory_outside_the_portal_is_asked_once_the_page_has_shown(
        string language, string theme, int width)
    {
        // Without a token it gives no answer.
        var host = await Portal.AddHostAsync("Waiting");
        await Portal.InDatabaseAsync(async db =>
        {
            var site = new Site("Outside", "outside.meetings.example", "USD");
            site.LookUpIn(DirectoryKind.Webex);
            site.Offer(await db.Set<ServicePackage>().ToListAsync());
            site.Admit(await db.Users.Where(user => user.Email == host).Select(user => user.Id).SingleAsync());
            db.Add(site);
            await db.SaveChangesAsync();
        });
        await VisitAsHostAsync(
            new Look(language, theme, width),
            async visitor =>
            {
                await visitor.GoAsync("/assist");
                await Assertions.Expect(visitor.At("#meetings [role=status]"))
                    .ToContainTextAsync(Words.Of<PackagesTexts>(language, "Meetings.Silent"));
                await Assertions.Expect(visitor.At("[data-fill]")).ToHaveCountAsync(0);
                await visitor.CheckAsync("assist-silent-directory");
            },
            host);
    }

    [Theory]
    [MemberData(nameof(Looks.Contrary), MemberType = typeof(Looks))]
    public Task A_meeting_leads_to_its_order(string language, string theme, int width) =>
        VisitAsHostAsync(new Look(language, theme, width), async visitor =>
        {
            var wizard = new Wizard(visitor);
            await visitor.GoAsync("/assist");
            await visitor.PressAsync(visitor.At("#meetings form button").Last);
            wizard.At("availability");
            await visitor.CheckAsync("1-availability-of-a-meeting");
            await wizard.NextAsync();
            wizard.At("meeting-lookup");
            await visitor.CheckAsync("2-meeting-lookup-of-a-meeting");
            await wizard.NextAsync();
            wizard.At("event-information");
            await Assertions.Expect(visitor.At("#Topic")).ToHaveValueAsync("Annual customer day online");
            await visitor.PressAsync("button[form=discard-form]");
        });
}
