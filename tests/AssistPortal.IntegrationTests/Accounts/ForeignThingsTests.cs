using System.Net;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Accounts;

public sealed class ForeignThingsTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Somebody_elses_draft_is_not_found_at_any_of_its_addresses(bool isColleague)
    {
        using var owner = portal.CreatePortalClient();
        using var stranger = portal.CreatePortalClient();
        await owner.SignInAsync(Journeys.Host);
        await stranger.SignInAsync(await StrangerAsync(isColleague));
        var step = await owner.ToEventInformationAsync();
        var draft = step.Draft();
        var token = (await stranger.GetAsync("/assist")).Prepare().Fields;

        foreach (var endpoint in AccessTable.All.Keys.Where(
            key => key.Contains("{draft:guid}", StringComparison.Ordinal)))
        {
            foreach (var id in new[] { draft, Guid.NewGuid() })
            {
                var path = endpoint.Split(' ')[1].Replace("{draft:guid}", $"{id}", StringComparison.Ordinal);
                var page = endpoint.StartsWith("POST", StringComparison.Ordinal)
                    ? await stranger.PostAsync(path, token)
                    : await stranger.GetAsync(path);
                Assert.True(page.Status == HttpStatusCode.NotFound, $"{endpoint}: {page.Status}");
            }
        }

        Assert.True(await portal.InDatabaseAsync(db => db.Set<OrderDraft>().AnyAsync(item => item.Id == draft)));
        (await step.SubmitAsync(Journeys.EventFields())).At("confirmation");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Somebody_elses_order_and_invoice_are_not_found_at_any_of_their_addresses_nor_in_any_list(
        bool isColleague)
    {
        using var owner = portal.CreatePortalClient();
        using var stranger = portal.CreatePortalClient();
        await owner.SignInAsync(Journeys.Host);
        await stranger.SignInAsync(await StrangerAsync(isColleague));
        var confirmation = await owner.OrderAsync();
        var order = await portal.OrderAsync(confirmation);
        var invoice = await portal.InDatabaseAsync(
            db => db.Set<Invoice>().FirstAsync(item => item.HostUserId == order.HostUserId));
        foreach (var endpoint in Named("GET /resources/"))
        {
            string PathOf(RequestNumber number, string invoiceNumber) => endpoint.Replace(
                "{number}",
                endpoint.Contains("/invoices/", StringComparison.Ordinal) ? invoiceNumber : $"{number}",
                StringComparison.Ordinal);
            var own = PathOf(order.RequestNumber, invoice.Number);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(own)).Status);
            Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync(own)).Status);
            Assert.Equal(
                HttpStatusCode.NotFound, (await owner.GetAsync(PathOf(RequestNumber.Random(), "2020-000001"))).Status);
        }

        foreach (var list in new[]
        {
            "/assist",
            "/resources",
            "/resources/history",
            "/resources/history/export",
            "/resources/invoices",
            "/resources/invoices/export",
        })
        {
            var page = await stranger.GetAsync(list);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain($"{order.RequestNumber}", page.Source, StringComparison.Ordinal);
            Assert.DoesNotContain(invoice.Number, page.Source, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(confirmation.Path)).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Somebody_elses_order_is_changed_from_none_of_its_pages(bool isColleague)
    {
        using var stranger = portal.CreatePortalClient();
        await stranger.SignInAsync(await StrangerAsync(isColleague));
        var order = await portal.PlaceAsync();
        var token = (await stranger.GetAsync("/assist")).Prepare().Fields;
        foreach (var endpoint in Named("GET /assist/manage/").Concat(Named("POST /assist/manage/")))
        {
            var path = endpoint.Replace("{number}", $"{order.RequestNumber}", StringComparison.Ordinal);
            foreach (var page in new[]
            {
                await stranger.GetAsync(path),
                await stranger.PostAsync(path, [.. token, new("Confirm", "yes")]),
            })
            {
                Assert.DoesNotContain(order.Event.Topic, page.Source, StringComparison.Ordinal);
                Assert.DoesNotContain(order.Contact.Email, page.Source, StringComparison.Ordinal);
            }
        }

        var now = await portal.ReadAsync(order.RequestNumber);
        Assert.Equal((order.Version, order.State, order.Time), (now.Version, now.State, now.Time));
    }

    /// <summary>Addresses of the table that name an order or invoice by its number.</summary>
    private static IEnumerable<string> Named(string beginning) => AccessTable.All.Keys
        .Where(endpoint => endpoint.StartsWith(beginning, StringComparison.Ordinal)
            && endpoint.Contains("{number}", StringComparison.Ordinal))
        .Select(endpoint => endpoint.Split(' ')[1]);

    /// <summary>A host of another site, or one of the same site.</summary>
    private async Task<string> StrangerAsync(bool isColleague) => isColleague
        ? await portal.AddHostAsync($"Colleague{Guid.NewGuid():n}", PortalPeople.Northwind)
        : Journeys.OtherHost;
}
