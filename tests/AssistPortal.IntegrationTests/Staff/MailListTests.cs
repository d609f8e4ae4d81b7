using System.Net;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

public sealed class MailListTests : IAsyncLifetime
{
    private readonly MailFixture room = new();

    private PortalClient Browser => room.Browser;

    public Task InitializeAsync() => room.InitializeAsync();

    public Task DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task An_empty_list_says_where_to_look_instead()
    {
        var page = await Browser.GetAsync("/staff/mail");
        Assert.Contains(
            room.Words("StaffMail.None.Yet"), page.Get(".empty-state").TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.Find("a[href='/staff/mail/preview']"));
        Assert.Equal("page", page.Get(".site-nav a[href='/staff/mail']").GetAttribute("aria-current"));
        Assert.NotNull((await Browser.GetAsync("/staff/mail?state=held")).Find(".empty-state a[href='/staff/mail']"));
    }

    [Fact]
    public async Task The_list_shows_newest_first_what_became_of_each_and_why()
    {
        await room.WriteAsync();
        await room.SendAsync();
        room.Portal.Clock.Advance(Duration.FromHours(2));
        await room.WriteAsync();
        await room.SendAsync(MailFailure.Address);
        room.Portal.Clock.Advance(Duration.FromSeconds(1));
        await room.WriteAsync();
        await room.SendAsync(MailFailure.Deferred);
        room.Portal.Clock.Advance(Duration.FromSeconds(30));
        var page = await Browser.GetAsync("/staff/mail");

        Assert.Equal(
            ["Your order 3", "Your order 2", "Your order 1"], page.All("tbody th").Select(cell => cell.TextContent));
        var rows = page.All("tbody tr").Select(row => PortalPage.Squeeze(row.TextContent)).ToList();
        Assert.Contains(room.Words("StaffMail.Failure.Deferred"), rows[0], StringComparison.Ordinal);
        Assert.Contains(room.Words("Shared.Time.Now"), rows[0], StringComparison.Ordinal);
        Assert.Contains(room.Words("StaffMail.State.Failed"), rows[1], StringComparison.Ordinal);
        Assert.Contains(room.Words("StaffMail.Failure.Address"), rows[1], StringComparison.Ordinal);
        Assert.Contains(
            $"{room.Words("Shared.Time.Ago|2 hours")} Tue, Dec 1, 4:00 AM", rows[2], StringComparison.Ordinal);
        Assert.Contains(
            room.Words("StaffMail.Times|America/New York (UTC−05:00)"), page.Text, StringComparison.Ordinal);
        Assert.Equal(
            [
                $"1 {room.Words("StaffMail.Figures.Waiting")}",
                $"1 {room.Words("StaffMail.Figures.Failed")}",
                $"0 {room.Words("StaffMail.Figures.Held")}",
            ],
            page.All(".figures a").Select(link => PortalPage.Squeeze(link.TextContent)));
        Assert.Equal(
            "Your order 2", (await page.FollowAsync(".figures li:nth-child(2) a")).Get("tbody th").TextContent);
        Assert.Equal("Your order 3", (await page.FollowAsync("tbody th a")).Heading);
    }

    [Fact]
    public async Task Each_state_is_a_filter_that_the_address_keeps()
    {
        foreach (var state in Enum.GetValues<OutboxMailState>())
        {
            var id = (await room.WriteAsync()).Id;
            await room.Portal.InDatabaseAsync(db => db.Set<OutboxMail>().Where(mail => mail.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.State, state)));
        }

        foreach (var (state, count) in new[]
        {
            ("all", 6),
            ("unsent", 4),
            ("waiting", 1),
            ("failed", 1),
            ("held", 1),
            ("collected", 1),
            ("SENT", 2),
            ("nonsense", 6),
        })
        {
            var page = await Browser.GetAsync($"/staff/mail?state={state}");
            Assert.True(count == page.All("tbody tr").Count, state);
            Assert.Equal(
                state == "nonsense" ? "all" : state.ToLowerInvariant(),
                page.Get("#State option[selected]").GetAttribute("value"));
        }
    }

    [Fact]
    public async Task A_search_for_words_goes_on_further_back()
    {
        await room.WriteAsync(mail => mail with { Subject = "Town hall in spring" });
        room.Portal.Clock.Advance(Duration.FromDays(40));
        await Browser.SignInAsync(MailFixture.Coordinator);
        await room.WriteAsync();
        var none = await Browser.GetAsync("/staff/mail?q=town+hall");
        Assert.Contains(room.Words("StaffMail.None.Stretch|30"), none.Text, StringComparison.Ordinal);
        var found = await none.FollowAsync(".empty-state a");
        Assert.Equal(["Town hall in spring"], Subjects(found));
        Assert.Null(found.Find(".schedule-pager p"));
    }

    [Fact]
    public async Task Others_than_staff_find_nothing()
    {
        var id = (await room.WriteAsync()).Id;
        foreach (var person in new[] { Journeys.Host, "producer@demo.example", "partner@demo.example" })
        {
            using var other = room.Portal.CreatePortalClient();
            await other.SignInAsync(person);
            foreach (var path in new[]
            {
                "",
                $"/{id}",
                $"/{id}/html",
                $"/{id}/source",
                "/preview",
                "/preview/html?key=order.placed",
            })
            {
                var page = await other.GetAsync($"/staff/mail{path}");
                Assert.Equal(HttpStatusCode.NotFound, page.Status);
                Assert.DoesNotContain("Your order", page.Source, StringComparison.Ordinal);
            }
        }
    }

    private static List<string> Subjects(PortalPage page) => [.. page.All("tbody th").Select(cell => cell.TextContent)];
}
