using System.Net;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Staff;

/// <summary>An order, and beside it the list from which it was chosen.</summary>
public sealed class OrdersBesideTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    [Fact]
    public async Task An_order_chosen_from_the_list_stands_beside_it_under_an_address_to_share()
    {
        var list = await staff.Browser.GetAsync("/staff/orders?q=northwind&sort=start");
        var rows = Links(list, "[data-rows] tbody th a");

        var order = await list.FollowAsync("[data-rows] tbody tr:nth-child(2) th a");

        Assert.Equal(rows[1], order.Path);
        Assert.Equal(rows, Links(order, "#orders-beside li a"));
        Assert.Equal(rows[1], order.Get("#orders-beside a[aria-current=page]").GetAttribute("href"));
        Assert.Contains("‘northwind’", order.Get("#orders-beside").TextContent, StringComparison.Ordinal);
        using var colleague = staff.Portal.CreatePortalClient();
        await colleague.SignInAsync("admin@demo.example");
        Assert.Equal(rows, Links(await colleague.GetAsync(order.Path), "#orders-beside li a"));
        Assert.Null((await colleague.GetAsync(PlainOf(rows[0]))).Find("#orders-beside"));
        Assert.Null((await colleague.GetAsync($"{PlainOf(rows[0])}?from=someday")).Find("#orders-beside"));
    }

    [Fact]
    public async Task What_is_done_to_the_order_leads_back_to_the_same_place_whatever_other_tabs_show()
    {
        var list = await staff.Browser.GetAsync("/staff/orders?q=northwind&sort=start");
        var order = await list.FollowAsync("[data-rows] tbody th a");
        await (await staff.Browser.GetAsync("/staff/orders?q=formosa&sort=customer"))
            .FollowAsync("[data-rows] tbody th a");

        var refused = await order.SubmitAsync(new() { ["Note"] = "" }, "[formaction$='/note']");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        AssertBeside(refused);
        var noted = await refused.SubmitAsync(new() { ["Note"] = "Seen" }, "[formaction$='/note']");
        Assert.Equal(order.Path, noted.Path);
        AssertBeside(noted);
        AssertBeside(await noted.SubmitAsync(button: "#owner button[name=Owner]"));
        AssertBeside(await (await noted.FollowAsync("a[href$='/edit']")).FollowAsync(".back-link"));
        Assert.StartsWith(
            "/staff/orders?q=northwind&sort=start#order-", noted.Get(".back-link").GetAttribute("href"),
            StringComparison.Ordinal);

        void AssertBeside(PortalPage page) =>
            Assert.Equal(Links(list, "[data-rows] tbody th a"), Links(page, "#orders-beside li a"));
    }

    private static string PlainOf(string address) => address.Split('?')[0];

    private static IReadOnlyList<string> Links(PortalPage page, string selector) =>
        [.. page.All(selector).Select(link => link.GetAttribute("href")!)];
}
