using System.Net;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data.SignIn;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.SignIn;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.IntegrationTests.Accounts;

/// <summary>
/// The role is right, the form is right, and the thing is there, but somebody else's: not found, by any verb, whatever
/// the address. An address with a hole that stands in the table is tried without further ado. Trials have
/// <see cref="Trials.ForeignTrialTests"/>.
/// </summary>
public sealed class StrangersTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    /// <summary>They lead back with the same words for whatever the producer does not have, there or not.</summary>
    private static readonly string[] OwnAnswer =
        ["POST /producer/orders/{number}/accept", "POST /producer/orders/{number}/decline"];

    private static readonly HttpMethod[] Verbs = [HttpMethod.Get, HttpMethod.Head, HttpMethod.Post];

    [Fact]
    public async Task A_hosts_things_are_not_there_for_a_colleague()
    {
        using var owner = portal.CreatePortalClient();
        await owner.SignInAsync(Journeys.Host);
        var draft = (await owner.ToEventInformationAsync()).Draft();
        var order = await portal.OrderAsync(await owner.OrderAsync());
        var invoice = await portal.InDatabaseAsync(db => db.Set<AssistPortal.Assist.Billing.Invoice>()
            .Where(item => item.HostUserId == order.HostUserId).Select(item => item.Number).FirstAsync());
        var wish = await AddWishAsync(order);
        using var stranger = portal.CreatePortalClient();
        await stranger.SignInAsync(await portal.AddHostAsync("Neighbour", PortalPeople.Northwind));
        await AssertNotThereAsync(
            stranger,
            "/assist",
            who => who is MayEnter.Host or MayEnter.HostOrStaff,
            path => path
                .Replace("{draft:guid}", $"{draft}", StringComparison.Ordinal)
                .Replace("{id:guid}", $"{wish}", StringComparison.Ordinal)
                .Replace(
                    "{number}",
                    path.Contains("/invoices/", StringComparison.Ordinal) ? invoice : $"{order.RequestNumber}",
                    StringComparison.Ordinal));
        Assert.Equal(
            (1, 1, order.Version),
            await portal.InDatabaseAsync(async db => (
                await db.Set<AssistPortal.Assist.Ordering.OrderDraft>().CountAsync(item => item.Id == draft),
                await db.Set<WaitingWish>().CountAsync(item => item.Id == wish),
                await db.Set<Order>().Where(item => item.Id == order.Id).Select(item => item.Version).SingleAsync())));
    }

    [Fact]
    public async Task Another_producers_order_and_somebody_elses_devices_and_passkeys_are_not_there()
    {
        var order = await portal.InDatabaseAsync(db => db.Set<Order>()
            .Where(item => item.State == OrderState.Placed && !db.Set<Producer>().Any(producer =>
                producer.Id == item.ProducerId
                && db.Users.Any(user => user.Id == producer.UserId && user.Email == "producer@demo.example")))
            .OrderBy(item => item.Id)
            .FirstAsync());
        using var producer = portal.CreatePortalClient();
        await producer.SignInAsync("producer@demo.example");
        await AssertNotThereAsync(
            producer,
            "/producer/time-off",
            who => who == MayEnter.Producer,
            path => path.Replace("{number}", $"{order.RequestNumber}", StringComparison.Ordinal)
                .Replace("{id:guid}", $"{Guid.NewGuid()}", StringComparison.Ordinal));

        var (_, token) = (await producer.GetAsync("/producer/time-off")).Prepare();
        foreach (var endpoint in OwnAnswer)
        {
            var told = await producer.PostAsync(PathOf(endpoint, $"{order.RequestNumber}"), token);
            var nowhere = await producer.PostAsync(PathOf(endpoint, "00000-00000"), token);
            Assert.Equal((nowhere.Path, nowhere.Status, nowhere.Text), (told.Path, told.Status, told.Text));
        }

        using var owner = portal.CreatePortalClient();
        await owner.SignInAsync(Journeys.OtherHost);
        using var key = new SoftwareKey();
        var passkey = (await owner.AddPasskeyAsync(key)).Get("a[href^='/account/passkeys/']").GetAttribute("href")!
            .Split('/')[^1];
        var device = await portal.InDatabaseAsync(db => db.Set<KnownDevice>()
            .Where(item => db.Users.Any(user => user.Id == item.UserId && user.Email == Journeys.OtherHost))
            .Select(item => item.Id)
            .FirstAsync());
        await AssertNotThereAsync(
            producer,
            "/account",
            who => who == MayEnter.SignedIn,
            path => path.Replace("{id:guid}", $"{device}", StringComparison.Ordinal)
                .Replace("{id}", passkey, StringComparison.Ordinal));
        Assert.NotNull((await owner.GetAsync("/account")).Find($"a[href$='{passkey}']"));
    }

    private static string PathOf(string endpoint, string number) =>
        endpoint.Split(' ')[1].Replace("{number}", number, StringComparison.Ordinal);

    private async Task<Guid> AddWishAsync(Order order)
    {
        var wish = WaitingWish.Begin(
            new WaitRequest
            {
                HostUserId = order.HostUserId!.Value,
                SiteId = order.SiteId,
                PackageId = order.PackageId,
                Time = order.Time,
                Language = "en",
            },
            portal.Clock.GetCurrentInstant());
        await portal.InDatabaseAsync(async db =>
        {
            db.Add(wish);
            await db.SaveChangesAsync();
        });
        return wish.Id;
    }

    /// <param name="stranger">Whoever may enter such addresses.</param>
    /// <param name="withForm">A page of theirs with a form.</param>
    /// <param name="isTheirs">Which addresses those are.</param>
    /// <param name="fill">Puts what is somebody else's into an address.</param>
    private static async Task AssertNotThereAsync(
        PortalClient stranger, string withForm, Func<MayEnter, bool> isTheirs, Func<string, string> fill)
    {
        const string Token = "__RequestVerificationToken";
        var token = (await stranger.GetAsync(withForm)).Get($"input[name={Token}]").GetAttribute("value")!;
        var endpoints = AccessTable.All
            .Where(line => isTheirs(line.Value) && line.Key.Contains('{', StringComparison.Ordinal))
            .Select(line => line.Key)
            .ToList();
        Assert.NotEmpty(endpoints);
        foreach (var endpoint in endpoints)
        {
            var address = fill(endpoint.Split(' ')[1]);
            Assert.DoesNotContain('{', address);
            foreach (var verb in Verbs.Where(verb => endpoint.StartsWith(
                verb == HttpMethod.Post ? "POST " : "GET ", StringComparison.Ordinal)))
            {
                using var answer = await stranger.SendOnceAsync(
                    verb, address, verb == HttpMethod.Post ? [KeyValuePair.Create(Token, token)] : null);
                Assert.True(
                    answer.StatusCode == HttpStatusCode.NotFound || OwnAnswer.Contains(endpoint),
                    $"{verb} {address}: {answer.StatusCode}");
            }
        }
    }
}
