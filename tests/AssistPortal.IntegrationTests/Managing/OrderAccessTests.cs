using System.Net;
using AssistPortal.Assist.Access.Audit;
using AssistPortal.Assist.Orders;
using AssistPortal.IntegrationTests.Staff;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Managing;

public sealed class OrderAccessTests
{
    private static readonly string[] Pages =
        ["availability", "availability?update=true", "meeting-lookup", "confirmation", "cancel", "calendar.ics"];

    [Fact]
    public async Task Without_access_every_page_leads_to_the_search_whether_there_is_such_an_order_or_not()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        using var stranger = portal.CreatePortalClient();
        using var host = portal.CreatePortalClient();
        using var colleague = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.OtherHost);
        await colleague.SignInAsync(await portal.AddHostAsync("Colleague", PortalPeople.Northwind));
        foreach (var browser in new[] { stranger, host, colleague })
        {
            foreach (var number in new[] { order.RequestNumber, RequestNumber.Random() })
            {
                foreach (var page in Pages)
                {
                    var asked = await browser.GetAsync($"/assist/manage/{number}/{page}");
                    Assert.Equal((HttpStatusCode.OK, $"/assist/manage?number={number}"), (asked.Status, asked.Path));
                    Assert.Equal(number.ToString(), asked.Value("RequestNumber"));
                    Assert.Contains(
                        portal.Words("en", "Managing.Search.AccessNeeded"), asked.Text, StringComparison.Ordinal);
                }
            }
        }

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/assist/manage/nonsense/availability")).Status);
    }

    [Fact]
    public async Task Access_is_for_that_one_order()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var other = await portal.PlaceAsync(email: "other@customer.example");
        var (browser, page) = await portal.FindAsync(order);
        using var _ = browser;
        Assert.Contains(
            "/assist/manage?",
            (await browser.GetAsync($"/assist/manage/{other.RequestNumber}/availability")).Path,
            StringComparison.Ordinal);

        // Nor does the cookie of one order open another one by its name.
        var cookie = browser.Cookies.GetAllCookies()
            .Single(item => item.Name.Contains(order.Number, StringComparison.Ordinal));
        browser.Cookies.Add(browser.BaseAddress, new Cookie($"portal-order-{other.Number}", cookie.Value));
        Assert.Contains(
            "/assist/manage?",
            (await browser.GetAsync($"/assist/manage/{other.RequestNumber}/availability")).Path,
            StringComparison.Ordinal);

        // Two orders in two tabs.
        (await browser.SearchAsync(other.RequestNumber.ToString(), other.Contact.Email)).At("availability");
        (await browser.GetAsync(page.Path)).At("availability");
    }

    [Fact]
    public async Task A9_access_ends_after_half_an_hour_without_a_request_and_the_form_goes_on_after_searching_again()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var (browser, page) = await portal.FindAsync(order);
        using var _ = browser;
        portal.Clock.Advance(Duration.FromMinutes(29));
        var edit = (await browser.GetAsync($"{page.Path}?update=true")).At("availability?update=true");
        portal.Clock.Advance(Duration.FromMinutes(31));
        var moment = FreeMoment.Next();
        var asked = await edit.SubmitAsync(Customers.To(moment));
        Assert.Contains(portal.Words("en", "Managing.Search.Carried"), asked.Text, StringComparison.Ordinal);
        Assert.Equal(order.RequestNumber.ToString(), asked.Value("RequestNumber"));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (asked = await asked.SubmitAsync(new() { ["Email"] = "wrong@customer.example" })).Status);

        // Another order's people do not get what was typed for this one.
        var other = await portal.PlaceAsync();
        var elsewhere = await asked.SubmitAsync(
            new() { ["RequestNumber"] = $"{other.RequestNumber}", ["Email"] = other.Contact.Email });
        elsewhere.At("availability");
        Assert.Null(elsewhere.Find("textarea[hidden]"));

        var again = await asked.SubmitAsync(new() { ["Email"] = Customers.Email });
        Assert.Contains(portal.Words("en", "Managing.Again.Title"), again.Text, StringComparison.Ordinal);
        var lookup = (await again.SubmitAsync()).At("meeting-lookup");
        Assert.Equal($"{moment.Start}", lookup.Value("Start"));
    }

    [Fact]
    public async Task A9_access_ends_after_eight_hours_however_busy_the_visitor_is()
    {
        using var portal = new PortalFactory();
        var (browser, page) = await portal.FindAsync(await portal.PlaceAsync());
        using var _ = browser;
        for (var turn = 0; turn < 16; turn++)
        {
            portal.Clock.Advance(Duration.FromMinutes(29));
            (await browser.GetAsync(page.Path)).At("availability");
        }

        portal.Clock.Advance(Duration.FromMinutes(29));
        Assert.Contains("/assist/manage?", (await browser.GetAsync(page.Path)).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_reaches_own_orders_from_My_Resources_without_typing_and_nobody_elses()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        var own = await (await host.GetAsync("/resources")).FollowAsync(
            $"a[href='/resources/orders/{order.RequestNumber}']");
        var page =
            (await own.FollowAsync($"a[href='/assist/manage/{order.RequestNumber}/availability']")).At("availability");
        Assert.Contains(order.Event.Topic, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            host.Cookies.GetAllCookies(), cookie => cookie.Name.Contains("order", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_mailed_link_opens_the_order_by_a_press_of_a_button_only()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var token = await TokenAsync(portal, order);
        using var browser = portal.CreatePortalClient();
        var page = await browser.GetAsync($"/assist/manage/open?token={token}");
        Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
        Assert.DoesNotContain(order.RequestNumber.ToString(), page.Source, StringComparison.Ordinal);
        Assert.Contains(
            "/assist/manage?",
            (await browser.GetAsync($"/assist/manage/{order.RequestNumber}/availability")).Path,
            StringComparison.Ordinal);

        var opened = (await page.SubmitAsync()).At("availability");
        Assert.Contains(order.RequestNumber.ToString(), opened.Text, StringComparison.Ordinal);
        Assert.Equal("no-referrer", opened.Headers["Referrer-Policy"]);
        Assert.Contains("no-store", opened.Headers["Cache-Control"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef0123456789abcdef")]
    [InlineData("' OR 1=1 --")]
    public async Task A_wrong_link_opens_nothing_and_leads_to_the_search(string token)
    {
        using var portal = new PortalFactory();
        await portal.PlaceAsync();
        using var browser = portal.CreatePortalClient();
        var page = await browser.GetAsync($"/assist/manage/open?token={Uri.EscapeDataString(token)}");
        var ended = await page.SubmitAsync();
        Assert.Equal(
            (HttpStatusCode.UnprocessableEntity, portal.Words("en", "Managing.Link.Ended")),
            (ended.Status, ended.Heading));
        Assert.Equal("/assist/manage", (await ended.FollowAsync("main a")).Path);
    }

    [Fact]
    public async Task A_link_changes_until_the_event_opens_180_days_more_and_its_key_lies_in_no_table()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var token = await TokenAsync(portal, order);
        Assert.True(
            await portal.InDatabaseAsync(db => db.Set<OutboxMail>().AnyAsync(mail => mail.SubjectId == $"{order.Id}")));
        Assert.False(await portal.InDatabaseAsync(db => db.Set<OutboxMail>()
            .AnyAsync(mail => mail.TextBody.Contains(token) || mail.HtmlBody.Contains(token))));

        portal.Clock.Reset(order.Time.End - Duration.FromMinutes(1));
        using var browser = portal.CreatePortalClient();
        var page = await browser.GetAsync($"/assist/manage/open?token={token}");
        (await page.SubmitAsync()).At("availability");
        portal.Clock.Reset(order.Time.End + Duration.FromDays(180) - Duration.FromSeconds(1));
        var over = (await page.SubmitAsync()).At("availability");
        Assert.Contains(portal.Words("en", "Managing.Phase.Over.Title"), over.Text, StringComparison.Ordinal);
        (await browser.GetAsync($"/assist/manage/{order.RequestNumber}/cancel")).At("availability");
        var written = await (await browser.GetAsync($"/assist/manage/{order.RequestNumber}/messages")).SubmitAsync(
            new() { ["Message"] = "Thank you" });
        Assert.Contains("Thank you", written.Text, StringComparison.Ordinal);
        portal.Clock.Reset(order.Time.End + Duration.FromDays(180));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await page.SubmitAsync()).Status);
    }

    [Fact]
    public async Task Who_came_in_and_how_stands_in_the_audit_trail()
    {
        using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        (await portal.FindAsync(order)).Browser.Dispose();
        using var browser = portal.CreatePortalClient();
        await (await browser.GetAsync($"/assist/manage/open?token={await TokenAsync(portal, order)}")).SubmitAsync();
        Assert.Equal(
            [AccessMeans.RequestNumberAndEmail, AccessMeans.MailedLink],
            (await portal.AuditAsync<OrderAccessed>(order.Id)).Select(act => act.By));
        var entries = await portal.InDatabaseAsync(
            db => db.AuditEntries.Where(entry => entry.Action == "order.accessed").ToListAsync());
        Assert.All(entries, entry => Assert.DoesNotContain("@", entry.Details, StringComparison.Ordinal));
        Assert.Equal(2, entries.Select(entry => entry.AccessId).OfType<Guid>().Distinct().Count());
    }

    private static async Task<string> TokenAsync(PortalFactory portal, Order order)
    {
        var mail = await portal.MailAboutAsync($"{order.Id}");
        var link = mail.Text!.Split()
            .Single(word => word.Contains("assist/manage/open?token=", StringComparison.Ordinal));
        Assert.Contains(link, mail.Html, StringComparison.Ordinal);
        var token = link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];
        Assert.Equal(32, token.Length);
        return token;
    }
}
