using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.TestSupport.Portal;
using NodaTime;

namespace AssistPortal.IntegrationTests.Managing;

/// <summary>A11: what strangers guess in vain keeps nobody out who knows the right pair.</summary>
public sealed class GuessingTests
{
    private readonly ClientAddresses addresses = new();

    [Fact]
    public async Task A11_the_right_pair_gets_in_from_a_new_address_and_by_the_mailed_link()
    {
        using var portal = Portal();
        var order = await portal.PlaceAsync();
        using var stranger = portal.CreatePortalClient();
        using var customer = portal.CreatePortalClient();
        var number = order.RequestNumber.ToString();
        for (var guess = 0; guess < 30; guess++)
        {
            addresses.Next = $"198.51.100.{guess % 10}";
            await stranger.SearchAsync(number, $"who{guess}@customer.example");
            await stranger.SearchAsync(RequestNumber.Random().ToString(), Customers.Email);
        }

        // From there it waits, right or wrong.
        Assert.Equal(
            HttpStatusCode.TooManyRequests, (await stranger.SearchAsync(number, Customers.Email)).Status);
        addresses.Next = "203.0.113.9";
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity, (await customer.SearchAsync(number, "typo@customer.example")).Status);
        (await customer.SearchAsync(number, Customers.Email)).At("availability");

        addresses.Next = "198.51.100.1";
        var mail = await portal.MailAboutAsync($"{order.Id}");
        var link = mail.Text!.Split()
            .Single(word => word.Contains("assist/manage/open?token=", StringComparison.Ordinal));
        using var reader = portal.CreatePortalClient();
        (await (await reader.GetAsync(new Uri(link).PathAndQuery)).SubmitAsync()).At("availability");
    }

    [Fact]
    public async Task A11_guesses_from_many_addresses_at_one_number_get_two_each_and_parallel_ones_no_more()
    {
        using var portal = Portal();
        using var browser = portal.CreatePortalClient();
        var number = RequestNumber.Random().ToString();
        var form = await browser.GetAsync("/assist/manage");
        async Task<int> MadeAsync(int guesses) => (await Task.WhenAll(Enumerable.Range(0, guesses).Select(guess =>
            form.SubmitAsync(new()
            {
                ["RequestNumber"] = number, ["Email"] = $"who{Guid.NewGuid():n}{guess}@customer.example",
            })))).Count(page => page.Status == HttpStatusCode.UnprocessableEntity);
        for (var guess = 0; guess < 5; guess++)
        {
            addresses.Next = $"198.51.100.{guess}";
            await MadeAsync(2);
        }

        addresses.Next = "203.0.113.9";
        Assert.InRange(await MadeAsync(8), 0, 2);
        portal.Clock.Advance(Duration.FromMinutes(15));
        Assert.InRange(await MadeAsync(20), 1, 10);
    }

    private PortalFactory Portal() => PortalFactory.With(new PortalSetup { Services = addresses.Use });
}
