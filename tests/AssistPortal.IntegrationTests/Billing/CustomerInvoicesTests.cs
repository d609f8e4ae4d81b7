using System.Net;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.IntegrationTests.Mailing;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Billing;

/// <summary>The invoices of an order, for its contact who has no account.</summary>
public sealed class CustomerInvoicesTests
{
    private const string Coordinator = "coordinator@demo.example";

    [Fact]
    public async Task D20_The_contact_opens_the_invoice_by_the_link_in_its_mail()
    {
        var post = new FakePost();
        await using var portal = PortalFactory.With(post.Setup);
        var order = await portal.PlaceAsync();
        await CompleteAsync(portal, order);
        var invoice = await InvoiceAsync(portal, order);
        var link = LinkIn(await post.WaitAsync(mail => mail.Cause == InvoiceIssuedMail.Cause));
        using var contact = portal.CreatePortalClient();

        var page = await (await contact.GetAsync(link)).SubmitAsync();

        Assert.Equal((HttpStatusCode.OK, PathOf(order, invoice.Number)), (page.Status, page.Path));
        Assert.Contains(invoice.Number, page.Heading, StringComparison.Ordinal);
        Assert.Contains(
            PortalPage.Squeeze(new Money(invoice.TotalMinor, invoice.Currency).ToString().Replace('\u00a0', ' ')),
            page.Text.Replace('\u00a0', ' '),
            StringComparison.Ordinal);
        Assert.DoesNotContain("/resources", page.Source, StringComparison.Ordinal);
        var print = await page.FollowAsync("main a[href$='/print']");
        Assert.Equal((HttpStatusCode.OK, $"{page.Path}/print"), (print.Status, print.Path));
        var back = (await page.FollowAsync(".back-link")).At("availability");
        Assert.NotNull(back.Find($"#next a[href='{page.Path}']"));
    }

    [Fact]
    public async Task Of_other_orders_none_is_found_and_without_access_none_is_shown()
    {
        await using var portal = new PortalFactory();
        var order = await portal.PlaceAsync();
        var other = await portal.PlaceAsync();
        await CompleteAsync(portal, order);
        await CompleteAsync(portal, other);
        var (own, foreign) = (await InvoiceAsync(portal, order), await InvoiceAsync(portal, other));
        using var host = portal.CreatePortalClient();
        await host.SignInAsync(Journeys.Host);
        using var stranger = portal.CreatePortalClient();

        foreach (var page in new[] { "", "/print" })
        {
            Assert.Equal(HttpStatusCode.OK, (await host.GetAsync(PathOf(order, own.Number) + page)).Status);
            foreach (var number in new[] { foreign.Number, "2026-000001", "2020-000001", "nothing" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync(PathOf(order, number) + page)).Status);
            }

            var asked = await stranger.GetAsync(PathOf(order, own.Number) + page);
            Assert.Equal($"/assist/manage?number={order.RequestNumber}", asked.Path);
            Assert.DoesNotContain(order.Event.Topic, asked.Source, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("invoices/2026-000001/print")]
    [InlineData("invoices/nothing")]
    [InlineData("https://evil.example")]
    [InlineData("//evil.example")]
    [InlineData("../../account")]
    public async Task A_link_leads_to_pages_of_the_order_only(string to)
    {
        var post = new FakePost();
        await using var portal = PortalFactory.With(post.Setup);
        await portal.PlaceAsync();
        var link = LinkIn(await post.WaitAsync(mail => mail.Cause == OrderPlacedMail.Cause));
        using var contact = portal.CreatePortalClient();

        var page = await (await contact.GetAsync($"{link}&to={Uri.EscapeDataString(to)}")).SubmitAsync();

        page.At("availability");
    }

    private static async Task CompleteAsync(PortalFactory portal, Order order)
    {
        if (portal.Clock.GetCurrentInstant() < order.Time.End)
        {
            portal.Clock.Reset(order.Time.End + Duration.FromDays(1));
        }

        using var staff = portal.CreatePortalClient();
        await staff.SignInAsync(Coordinator);
        await staff.CompleteAsync(order, new() { ["Attended"] = "90" });
    }

    private static Task<Invoice> InvoiceAsync(PortalFactory portal, Order order) => portal.InDatabaseAsync(
        db => db.Set<Invoice>().AsNoTracking().SingleAsync(invoice => invoice.OrderId == order.Id));

    private static string PathOf(Order order, string number) =>
        $"/assist/manage/{order.RequestNumber}/invoices/{number}";

    private static string LinkIn(OutboxMail mail) => new Uri(mail.TextBody.Split()
        .Single(word => word.Contains("assist/manage/open?token=", StringComparison.Ordinal))).PathAndQuery;
}
