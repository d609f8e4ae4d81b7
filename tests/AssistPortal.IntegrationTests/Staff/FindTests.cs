using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.TestSupport.Portal;
using AssistPortal.Web.Features.Staff.Find;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>The page behind Ctrl+K.</summary>
public sealed class FindTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    [Fact]
    public async Task Orders_producers_and_pages_are_found_by_a_few_words()
    {
        var (order, producer) = await staff.Portal.InDatabaseAsync(async db =>
        {
            var first = await db.Set<Order>().AsNoTracking().OrderBy(item => item.PlacedAt).FirstAsync();
            return (first, await db.Set<Producer>().AsNoTracking().SingleAsync(item => item.Id == first.ProducerId));
        });

        Assert.Equal([$"/staff/orders/{order.RequestNumber}"], await FoundAsync($"{order.RequestNumber}", "orders"));
        Assert.Contains(
            $"/staff/orders/{order.RequestNumber}",
            await FoundAsync($"{order.Contact.LastName} {order.Event.Topic.Split(' ')[0]}", "orders"));
        Assert.Contains(
            $"/staff/producers/{producer.Id}", await FoundAsync(producer.Name.ToUpperInvariant(), "producers"));
        Assert.Contains("/staff/invoices", await FoundAsync("ｉｎｖｏｉｃｅ", "pages"));
        Assert.InRange((await FoundAsync("e", "orders")).Count, 1, Finder.Most);
        Assert.DoesNotContain("/staff/users", await FoundAsync("users", "pages"));
        Assert.Contains("/staff/audit", await FoundAsync("", "pages"));
        Assert.Empty(await FoundAsync("", "orders"));
        Assert.Empty((await staff.Browser.GetAsync("/staff/find?q=nothing+of+the+kind")).All("[data-find-results] a"));
        using var administrator = staff.Portal.CreatePortalClient();
        await administrator.SignInAsync("admin@demo.example");
        Assert.NotNull((await administrator.GetAsync("/staff/find?q=users")).Find("a[href='/staff/users']"));
    }

    [Fact]
    public async Task Staff_get_there_from_any_page_and_the_dialog_gets_the_results_alone()
    {
        Assert.NotNull((await staff.Browser.GetAsync("/staff")).Find("header a[href='/staff/find']"));
        var part = await staff.Browser.GetAsync("/staff/find/results?q=invoices");
        Assert.Null(part.Find("header"));
        Assert.NotNull(part.Find("[data-find-results] a[href='/staff/invoices']"));
        using var host = staff.Portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        Assert.Null((await host.GetAsync("/resources")).Find("a[href='/staff/find'], #find"));
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync("/staff/find")).Status);
    }

    [Theory]
    [InlineData('\u200B')]
    [InlineData('\u0001')]
    public async Task What_shows_nothing_finds_nothing(char sign)
    {
        var page = await staff.Browser.GetAsync(
            $"/staff/find?q={Uri.EscapeDataString($"{new string(sign, 201)}a")}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.All("section[aria-labelledby='find-orders'] a"));
    }

    private async Task<IReadOnlyList<string>> FoundAsync(string typed, string kind) =>
    [
        .. (await staff.Browser.GetAsync($"/staff/find?q={Uri.EscapeDataString(typed)}"))
            .All($"section[aria-labelledby='find-{kind}'] a").Select(link => link.GetAttribute("href")!),
    ];
}
