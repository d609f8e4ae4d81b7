using System.Net;
using AssistPortal.Assist.Access.Audit;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.IntegrationTests.Staff;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Managing;

/// <summary>A9: access without an account ends at once when it is taken away.</summary>
public sealed class AccessEndsTests(StaffAtWork staff) : IClassFixture<StaffAtWork>
{
    private PortalFactory Portal => staff.Portal;

    [Fact]
    public async Task A9_a_replaced_link_ends_what_links_and_the_search_had_opened_at_once()
    {
        var order = await Portal.PlaceAsync();
        var other = await Portal.PlaceAsync();
        using var byLink = await OpenAsync(order);
        var (bySearch, page) = await Portal.FindAsync(order);
        using var _ = bySearch;
        var (neighbour, beside) = await Portal.FindAsync(other);
        using var __ = neighbour;
        var cancel = await byLink.GetAsync($"/assist/manage/{order.RequestNumber}/cancel");
        var edit = await bySearch.GetAsync($"{page.Path}?update=true");

        // Before the mail has left, too.
        await staff.Browser.PostAsync(
            $"/staff/orders/{order.RequestNumber}/access-link",
            (await staff.Browser.GetAsync($"/staff/orders/{order.RequestNumber}")).Prepare(
                button: "form[action$='/access-link'] button").Fields);
        foreach (var (browser, form) in new[] { (byLink, cancel), (bySearch, edit) })
        {
            var asked = await browser.GetAsync(page.Path);
            Assert.Equal($"/assist/manage?number={order.RequestNumber}", asked.Path);
            var posted = form == cancel
                ? await form.SubmitAsync(button: "button[value=yes]")
                : await form.SubmitAsync(Customers.To(FreeMoment.Next()));
            Assert.Contains(Portal.Words("en", "Managing.Search.Carried"), posted.Text, StringComparison.Ordinal);
        }

        var now = await Portal.ReadAsync(order.RequestNumber);
        Assert.Equal((order.State, order.Time, order.Version), (now.State, now.Time, now.Version));
        (await neighbour.GetAsync(beside.Path)).At("availability");

        // The new link and the search let in anew.
        using var again = await OpenAsync(order, AccessLinkMail.Cause);
        (await Portal.FindAsync(order)).Browser.Dispose();
        (await again.GetAsync(page.Path)).At("availability");
    }

    [Fact]
    public async Task A9_another_e_mail_ends_it_at_once_and_the_former_one_does_not_bring_it_back()
    {
        var order = await Portal.PlaceAsync();
        using var byLink = await OpenAsync(order);
        var (bySearch, page) = await Portal.FindAsync(order);
        using var _ = bySearch;
        foreach (var email in new[] { "another@customer.example", Customers.Email })
        {
            var form = await staff.Browser.GetAsync($"/staff/orders/{order.RequestNumber}/edit");
            var asked = await form.SubmitAsync(new() { ["Email"] = email });
            var saved = asked.Find("#forecast") is null ? asked : await asked.SubmitAsync();
            Assert.Equal($"/staff/orders/{order.RequestNumber}", saved.Path);
            foreach (var browser in new[] { byLink, bySearch })
            {
                Assert.Equal($"/assist/manage?number={order.RequestNumber}", (await browser.GetAsync(page.Path)).Path);
            }
        }
    }

    private async Task<PortalClient> OpenAsync(Order order, string cause = OrderPlacedMail.Cause)
    {
        var mail = (await Portal.MailsAboutAsync($"{order.Id}")).Last(item => item.Row.Cause == cause).Read;
        var link = mail.Text!.Split()
            .Single(word => word.Contains("assist/manage/open?token=", StringComparison.Ordinal));
        var browser = Portal.CreatePortalClient();
        var page = await browser.GetAsync(new Uri(link).PathAndQuery);
        (await page.SubmitAsync()).At("availability");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.NotEmpty(await Portal.AuditAsync<OrderAccessed>(order.Id));
        return browser;
    }
}
