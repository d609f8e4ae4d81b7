using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Sending;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff;

public sealed class MailListTests : IAsyncLifetime
{
    private readonly MailRoom room = new();

    private PortalClient Browser => room.Browser;

    public Task InitializeAsync() => room.InitializeAsync();

    public Task DisposeAsync() => room.DisposeAsync();

    [Fact]
    public async Task An_empty_list_says_where_to_look_instead()
    {
        var page = await Browser.GetAsync("/staff/mail");
        Assert.Contains(room.Words("StaffMail.None.Yet"), page.Get(".empty-state").TextContent, StringComparison.Ordinal);
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

        Assert.Equal(["Your order 3", "Your order 2", "Your order 1"], page.All("tbody th").Select(cell => cell.TextContent));
        var rows = page.All("tbody tr").Select(row => PortalPage.Squeeze(row.TextContent)).ToList();
        Assert.Contains(room.Words("StaffMail.Failure.Deferred"), rows[0], StringComparison.Ordinal);
        Assert.Contains(room.Words("Shared.Time.Now"), rows[0], StringComparison.Ordinal);
        Assert.Contains(room.Words("StaffMail.State.Failed"), rows[1], StringComparison.Ordinal);
        Assert.Contains(room.Words("StaffMail.Failure.Address"), rows[1], StringComparison.Ordinal);
        Assert.Contains($"{room.Words("Shared.Time.Ago|2 hours")} Tue, Dec 1, 4:00 AM", rows[2], StringComparison.Ordinal);
        Assert.Contains(room.Words("StaffMail.Times|America/New York (UTC−05:00)"), page.Text, StringComparison.Ordinal);
        Assert.Equal(
            [$"1 {room.Words("StaffMail.Figures.Waiting")}", $"1 {room.Words("StaffMail.Figures.Failed")}", $"0 {room.Words("StaffMail.Figures.Held")}"],
            page.All(".figures a").Select(link => PortalPage.Squeeze(link.TextContent)));
        Assert.Equal("Your order 2", (await page.FollowAsync(".figures li:nth-child(2) a")).Get("tbody th").TextContent);
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

        foreach (var (state, count) in new[] { ("all", 6), ("unsent", 4), ("waiting", 1), ("failed", 1), ("held", 1), ("collected", 1), ("SENT", 2), ("nonsense", 6) })
        {
            var page = await Browser.GetAsync($"/staff/mail?state={state}");
            Assert.True(count == page.All("tbody tr").Count, state);
            Assert.Equal(state == "nonsense" ? "all" : state.ToLowerInvariant(), page.Get("#State option[selected]").GetAttribute("value"));
        }
    }

    [Fact]
    public async Task Mails_are_found_by_request_number_address_and_words()
    {
        var (id, number) = await room.Portal.InDatabaseAsync(async db =>
        {
            var order = await db.Set<Order>().AsNoTracking().FirstAsync();
            return (order.Id, order.RequestNumber);
        });
        await room.WriteAsync(mail => mail with { SubjectId = $"{id}", Subject = "About 100% of it" });
        await room.WriteAsync(mail => mail with { Recipient = "Wang@customer.example" });
        await room.WriteAsync();

        Assert.Equal(1, await CountAsync($"{number}"));
        Assert.Equal(1, await CountAsync($" {number.Compact[..3].ToLowerInvariant()} {number.Compact[3..]}"));
        Assert.Equal(0, await CountAsync($"{RequestNumber.Random()}"));
        Assert.Equal(2, await CountAsync("HANNAH.brooks@customer.example"));
        Assert.Equal(1, await CountAsync("wang@CUSTOMER.example"));
        Assert.Equal(2, await CountAsync("Hannah.b"));
        Assert.Equal(0, await CountAsync("brooks@"));
        Assert.Equal(1, await CountAsync("100%"));
        Assert.Equal(0, await CountAsync("1%0"));
        Assert.Equal(1, await CountAsync("ORDER 3"));
        Assert.Equal(1, await CountAsync("order\u0000 3"));
        Assert.Equal(0, await CountAsync(new string('x', 3000)));
    }

    [Fact]
    public async Task Pages_go_on_from_a_mail_even_among_mails_of_one_moment()
    {
        var subjects = new List<string>();
        for (var number = 0; number < 125; number++)
        {
            subjects.Add((await room.WriteAsync()).Subject);
        }

        var first = await Browser.GetAsync("/staff/mail?q=order&state=waiting");
        Assert.Single(first.All(".schedule-pager a"));
        var second = await first.FollowAsync(".schedule-pager a:last-of-type");
        room.Portal.Clock.Advance(Duration.FromMinutes(1));
        await room.WriteAsync();
        var third = await second.FollowAsync(".schedule-pager a:last-of-type");
        Assert.Equal(subjects.Order(), new[] { first, second, third }.SelectMany(Subjects).Order());
        Assert.Equal((50, 50, 25), (first.All("tbody tr").Count, second.All("tbody tr").Count, third.All("tbody tr").Count));
        var back = await third.FollowAsync(".schedule-pager a:nth-of-type(2)");
        Assert.Equal(Subjects(second), Subjects(back));
        Assert.Contains("state=waiting&q=order", back.Path, StringComparison.Ordinal);
        Assert.Contains(Subjects(first)[10], Subjects(await back.FollowAsync(".schedule-pager a:nth-of-type(2)")));
        Assert.Equal(126, await room.Portal.InDatabaseAsync(db => db.Set<OutboxMail>().CountAsync()));
        foreach (var odd in new[] { "before=x", "before=1-2", "after=99999999999999999999-0", $"before=9223372036854775807-{Guid.Empty:N}" })
        {
            Assert.Equal(50, (await Browser.GetAsync($"/staff/mail?{odd}")).All("tbody tr").Count);
        }
    }

    [Fact]
    public async Task A_search_for_words_goes_on_further_back()
    {
        await room.WriteAsync(mail => mail with { Subject = "Town hall in spring" });
        room.Portal.Clock.Advance(Duration.FromDays(40));
        await Browser.SignInAsync(MailRoom.Coordinator);
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
            foreach (var path in new[] { "", $"/{id}", $"/{id}/html", $"/{id}/source", "/preview", "/preview/html?key=order.placed" })
            {
                var page = await other.GetAsync($"/staff/mail{path}");
                Assert.Equal(HttpStatusCode.Forbidden, page.Status);
                Assert.DoesNotContain("Your order", page.Source, StringComparison.Ordinal);
            }
        }
    }

    private static List<string> Subjects(PortalPage page) => [.. page.All("tbody th").Select(cell => cell.TextContent)];

    private async Task<int> CountAsync(string words) =>
        (await Browser.GetAsync($"/staff/mail?q={Uri.EscapeDataString(words)}")).All("tbody tr").Count;
}
