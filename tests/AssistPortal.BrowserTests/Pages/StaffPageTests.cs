using System.Text;
using AssistPortal.Assist.Meetings;
using AssistPortal.BrowserTests.Browsing;
using AssistPortal.Data.Accounts;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace AssistPortal.BrowserTests.Pages;

/// <summary>Meetings and sites, as coordinators see them.</summary>
public sealed class StaffPageTests(PortalFixture fixture) : BrowserTest(fixture)
{
    private const string Coordinator = "coordinator@demo.example";

    [Theory]
    [InlineData("zh-Hant", "light", 375)]
    [InlineData("zh-Hans", "dark", 1280)]
    public Task Meetings_and_sites(string language, string theme, int width) =>
        VisitAsHostAsync(
            new Look(language, theme, width),
            async visitor =>
            {
                await visitor.GoAsync("/staff/meetings");
                await visitor.CheckAsync("meetings");
                visitor.Expect(422);
                await visitor.GoAsync("/staff/meetings/add");
                await visitor.At("#StartDate").FillAsync("2027-11-07");
                await visitor.At("#StartTime").FillAsync("01:30");
                await visitor.At("#TimeZone").FillAsync("America/New_York");
                await visitor.PressAsync("#step-form .btn-lg");
                await visitor.CheckAsync("meeting-errors");
                visitor.Expect(422);
                await visitor.GoAsync("/staff/meetings/import");
                await visitor.At("#File").SetInputFilesAsync(new FilePayload
                {
                    Name = "meetings.csv",
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes(
                        "Site,HostId,HostEmail,Topic,MeetingNumber,StartDate,StartTime,TimeZone,DurationMinutes\r\n"
                        + "nowhere.example,h,h@x.example,T,1,2,3,4,5\r\n"),
                });
                await visitor.PressAsync("#step-form .btn-lg");
                await visitor.CheckAsync("meetings-import");
                await visitor.GoAsync("/staff/sites");
                await visitor.CheckAsync("sites");
                await visitor.PressAsync("tbody tr:first-child td:nth-child(4) a");
                await visitor.PressAsync("#test-form button");
                await Assertions.Expect(visitor.At("#test-result")).ToBeVisibleAsync();
                await visitor.CheckAsync("site");
                await visitor.GoAsync("/staff/short-notice");
                await visitor.At("#Email").FillAsync(Journeys.Host);
                await visitor.At("#Reason").FillAsync("Their own producer fell ill");
                await visitor.PressAsync("#step-form button");
                await visitor.CheckAsync("short-notice");
            },
            Coordinator);

    [Theory]
    [InlineData("zh-Hant", "dark", 375)]
    [InlineData("en", "light", 1280)]
    public async Task Mails(string language, string theme, int width)
    {
        using var host = Portal.CreatePortalClient();
        host.AcceptLanguage = PortalWords.BrowserOf(language);
        await host.SignInAsync(Journeys.Host);
        var number = (await host.OrderAsync()).RequestNumber();
        await Portal.InDatabaseAsync(async db =>
        {
            var ids = await db.Set<OutboxMail>()
                .OrderByDescending(mail => mail.CreatedAt)
                .Select(mail => mail.Id)
                .Take(1)
                .ToListAsync();
            await db.Set<OutboxMail>().Where(mail => ids.Contains(mail.Id)).ExecuteUpdateAsync(set => set
                .SetProperty(mail => mail.State, OutboxMailState.Failed)
                .SetProperty(mail => mail.Failure, MailFailure.Refused)
                .SetProperty(mail => mail.LastError, "552 5.2.2 Mailbox full"));
        });
        await VisitAsHostAsync(
            new Look(language, theme, width),
            async visitor =>
            {
                await visitor.GoAsync("/staff/mail");
                await visitor.CheckAsync("mails");
                await visitor.PressAsync(visitor.At("tbody th a").Last);
                await Assertions.Expect(visitor.Page.FrameLocator("iframe").Locator("h1")).ToBeVisibleAsync();
                await visitor.CheckAsync("mail");
                await visitor.PressAsync("#contents .switch a:last-child");
                await visitor.CheckAsync("mail-source");
                await visitor.GoAsync($"{new Uri(visitor.Page.Url).AbsolutePath}/resend");
                await visitor.CheckAsync("mail-resend");
                await visitor.GoAsync("/staff/mail/preview");
                await visitor.CheckAsync("mail-preview");
                await visitor.GoAsync($"/staff/orders/{number}");
                await visitor.CheckAsync("staff-order");
                await visitor.GoAsync("/account/mail");
                await visitor.CheckAsync("mail-choice");
            },
            Coordinator);
    }

    [Theory]
    [InlineData("zh-Hant", "light", 375)]
    [InlineData("en", "light", 1280)]
    public Task Dashboard_audit_trail_and_users(string language, string theme, int width) =>
        VisitAsHostAsync(
            new Look(language, theme, width),
            async visitor =>
            {
                await visitor.GoAsync("/staff");
                foreach (var table in await visitor.Page.Locator(".chart summary").AllAsync())
                {
                    await table.ClickAsync();
                }

                await visitor.CheckAsync("dashboard");
                await visitor.GoAsync("/staff/waiting");
                await visitor.CheckAsync("waiting");
                await visitor.GoAsync("/staff/users");
                await visitor.CheckAsync("users");
                await visitor.PressAsync(visitor.At("tbody th a").First);
                await visitor.CheckAsync("user");
                visitor.Expect(422);
                await visitor.GoAsync("/staff/users/add");
                await visitor.PressAsync("#step-form .btn-lg");
                await visitor.CheckAsync("user-errors");
                await visitor.GoAsync("/staff/audit");
                await visitor.CheckAsync("audit");
                visitor.Expect(422);
                await visitor.GoAsync("/account/set-password?token=none");
                await visitor.CheckAsync("set-password");
                await visitor.At("#NewPassword").FillAsync("a long enough password");
                await visitor.PressAsync("main .btn-lg");
                await visitor.CheckAsync("set-password-ended");
            },
            DemoAccounts.Administrator);

    [Fact]
    public Task A_meeting_is_deleted_only_after_a_question() => VisitAsHostAsync(
        Look.Plain,
        async visitor =>
        {
            var id = await Portal.InDatabaseAsync(
                db => db.Set<MeetingSession>().Select(session => session.Id).FirstAsync());
            await visitor.GoAsync($"/staff/meetings/{id}");
            await visitor.CheckAsync("meeting");
            await visitor.PressAsync("a[href$='/delete']");
            await visitor.CheckAsync("meeting-delete");
            await visitor.PressAsync("#step-form .btn-lg");
            await Assertions.Expect(visitor.At(".notice--success")).ToBeVisibleAsync();
        },
        Coordinator);
}
