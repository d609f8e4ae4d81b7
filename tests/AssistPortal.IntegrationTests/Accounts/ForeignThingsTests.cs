using System.Net;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Accounts;

public sealed class ForeignThingsTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task Somebody_elses_draft_is_not_found_at_any_of_its_addresses()
    {
        using var owner = portal.CreatePortalClient();
        using var stranger = portal.CreatePortalClient();
        await owner.SignInAsync(Journeys.Host);
        await stranger.SignInAsync(Journeys.OtherHost);
        var step = await owner.ToEventInformationAsync();
        var draft = step.Draft();
        var token = (await stranger.GetAsync("/assist")).Prepare().Fields;

        foreach (var endpoint in AccessTable.All.Keys.Where(key => key.Contains("{draft:guid}", StringComparison.Ordinal)))
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

    [Fact]
    public async Task Somebody_elses_order_is_not_found_at_any_of_its_addresses()
    {
        using var owner = portal.CreatePortalClient();
        using var stranger = portal.CreatePortalClient();
        await owner.SignInAsync(Journeys.Host);
        await stranger.SignInAsync(Journeys.OtherHost);
        var confirmation = await owner.OrderAsync();
        foreach (var path in new[] { "", "/print", "/calendar.ics" })
        {
            var address = $"/resources/orders/{confirmation.RequestNumber()}{path}";
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).Status);
            Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync(address)).Status);
            Assert.Equal(
                HttpStatusCode.NotFound, (await owner.GetAsync($"/resources/orders/{RequestNumber.Random()}{path}")).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(confirmation.Path)).Status);
    }
}
