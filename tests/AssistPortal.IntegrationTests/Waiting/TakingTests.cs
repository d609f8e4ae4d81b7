using System.Net;
using AssistPortal.Assist.Demand;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Audit;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Waiting;

/// <summary>From the mail about a free time to the order. One producer works, in New York.</summary>
public sealed class TakingTests : IAsyncLifetime
{
    private readonly PortalFactory portal = WaitingRoom.Open();
    private PortalClient host = null!;

    public async Task InitializeAsync()
    {
        await portal.LeaveOneProducerAsync();
        host = await portal.NewHostAsync("Waiter");
    }

    public async Task DisposeAsync()
    {
        host.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task The_link_leads_by_sign_in_through_the_draft_to_an_order_with_the_very_reservation()
    {
        var (wish, link) = await OfferedAsync(new() { ["FirstName"] = "Winifred" });
        var offered = Assert.Single(await portal.HeldAsync());
        using var browser = portal.CreatePortalClient();
        var signIn = await browser.GetAsync(link);
        Assert.StartsWith("/account/sign-in", signIn.Path, StringComparison.Ordinal);
        var page = await signIn.SubmitAsync(
            new() { ["Email"] = "waiter@hosts.example", ["Password"] = DemoAccounts.Password });
        Assert.Equal(portal.Words("en", "Waiting.Offer.Title"), page.Heading);
        Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);

        var step = (await page.SubmitAsync()).At("meeting-lookup");

        Assert.Equal(wish.DraftId, step.Draft());
        var form = await browser.GetAsync($"/assist/order/{step.Draft()}/availability");
        Assert.Equal(
            ("Winifred", "2027-01-19", "12:00"),
            (form.Value("FirstName"), form.Value("StartDate"), form.Value("StartTime")));
        var again = (await form.SubmitAsync()).At("meeting-lookup");
        var held = await ReservationAsync(offered.Id);
        Assert.Equal((step.Draft(), offered.HoldUntil), (held.DraftId!.Value, held.HoldUntil));
        var third = (await again.SubmitAsync(new() { ["IsScheduled"] = "no" })).At("event-information");
        var number = (await third.SubmitAsync(Journeys.EventFields())).At("confirmation").RequestNumber();

        var order = await portal.ReadAsync(number);
        Assert.Equal(order.Id, (await ReservationAsync(offered.Id)).OrderId);
        Assert.Equal(WaitingRoom.Wanted.Start, order.Time.Start);
        Assert.Equal(
            ["wish.joined", "wish.offered", "wish.taken"],
            await portal.InDatabaseAsync(db => db.Set<AuditEntry>()
                .Where(entry => entry.Subject == nameof(WaitingWish))
                .OrderBy(entry => entry.Id)
                .Select(entry => entry.Action)
                .ToListAsync()));
    }

    [Fact]
    public async Task Opening_the_link_changes_nothing_and_taking_it_twice_is_one_draft()
    {
        var (wish, link) = await OfferedAsync();
        var page = await host.GetAsync(link);
        await host.GetAsync(link);
        Assert.Equal(wish.Id, Assert.Single(await portal.HeldAsync()).DraftId);

        var taken = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => page.SubmitAsync()));

        Assert.Single(taken, result => result.Status == HttpStatusCode.OK);
        Assert.All(
            taken.Where(result => result.Status != HttpStatusCode.OK),
            result => Assert.Equal(HttpStatusCode.Gone, result.Status));
        Assert.Empty(portal.Log.Faults());
        var once = await host.GetAsync(link);
        Assert.Equal(
            (HttpStatusCode.Gone, portal.Words("en", "Waiting.Over.Taken.Title")), (once.Status, once.Heading));
        (await once.FollowAsync("main a.btn-primary")).At("meeting-lookup");
    }

    [Fact]
    public async Task It_is_unmet_demand_until_it_is_taken()
    {
        var (_, link) = await OfferedAsync();
        Assert.Equal(1, await UnmetAsync());

        await (await host.GetAsync(link)).SubmitAsync();

        Assert.Equal(0, await UnmetAsync());
    }

    [Fact]
    public async Task The_lead_time_was_judged_when_joining()
    {
        await WaitAsync();
        portal.Clock.Reset(WaitingRoom.Wanted.Start - Duration.FromDays(5));
        host.Dispose();
        host = await portal.SignedInAsync("waiter@hosts.example");
        var (_, link) = await FreeAsync();

        var step = (await (await host.GetAsync(link)).SubmitAsync()).At("meeting-lookup");

        var form = await host.GetAsync($"/assist/order/{step.Draft()}/availability");
        var third = (await (await form.SubmitAsync()).At("meeting-lookup")
            .SubmitAsync(new() { ["IsScheduled"] = "no" })).At("event-information");
        (await third.SubmitAsync(Journeys.EventFields())).At("confirmation");
        var other = new FreeMoment(new LocalDateTime(2027, 1, 20, 12, 0));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity, (await (await host.BeginAsync()).SubmitAsync(other.Fields())).Status);
    }

    [Fact]
    public async Task A_link_works_for_its_host_only_and_while_it_is_held()
    {
        var (wish, link) = await OfferedAsync();
        using var other = await portal.SignedInAsync();
        using var staff = await portal.SignedInAsync("coordinator@demo.example");
        foreach (var (browser, path) in new[] { (other, link), (staff, link), (host, "/assist/wait/offer?token=ab12") })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).Status);
        }

        Assert.Equal("/assist", (await host.GetAsync("/assist/wait/offer")).Path);
        var fields = (await other.GetAsync("/assist/wait")).Prepare().Fields;
        Assert.Equal(
            HttpStatusCode.NotFound, (await other.PostAsync($"/assist/wait/{wish.Id}/take", fields)).Status);
        var held = Assert.Single(await portal.HeldAsync());
        var page = await host.GetAsync(link);

        portal.Clock.Advance(Duration.FromHours(2));
        var lapsed = await page.SubmitAsync();
        Assert.Equal(
            (HttpStatusCode.Gone, portal.Words("en", "Waiting.Over.Lapsed.Title")), (lapsed.Status, lapsed.Heading));
        Assert.Equal(HttpStatusCode.Gone, (await host.GetAsync(link)).Status);
        Assert.Equal(wish.Id, held.DraftId);

        // Whoever let it run out may wait anew, and is offered it once more.
        await portal.PlaceAsync(WaitingRoom.Wanted);
        await (await lapsed.FollowAsync("main a.btn-primary")).SubmitAsync();
        Assert.Equal(
            WaitPhase.Waiting, Assert.Single(await portal.WishesAsync()).PhaseAt(portal.Clock.GetCurrentInstant()));
    }

    [Fact]
    public async Task What_is_given_back_goes_to_the_next_one()
    {
        var (_, link) = await OfferedAsync();
        using var next = await portal.NewHostAsync("Next");
        await portal.WaitAsync(next);

        var services = await (await host.GetAsync(link)).SubmitAsync(button: "button[formaction$='/leave']");

        Assert.Contains(portal.Words("en", "Packages.Notice.Left"), services.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.GetAsync(link)).Status);
        await portal.OfferAsync();
        Assert.Equal(
            Assert.Single(await portal.WishesAsync()).Id, Assert.Single(await portal.HeldAsync()).DraftId);
    }

    [Fact]
    public async Task Without_a_draft_or_a_contact_step_1_asks_for_the_rest()
    {
        await portal.InDatabaseAsync(db => db.EditAsync(
            db.Users.Where(user => user.UserName == "waiter@hosts.example"), user => user.PhoneNumber = null));
        var order = await portal.PlaceAsync(WaitingRoom.Wanted);
        await portal.WaitAsync(host);
        var (_, link) = await FreeAsync(order);

        var step = (await (await host.GetAsync("/assist")).SubmitFormAsync("form[action$='/take']")).At("availability");

        Assert.Equal(("2027-01-19", "12:00"), (step.Value("StartDate"), step.Value("StartTime")));
        var offered = await portal.InDatabaseAsync(db => db.Set<Reservation>().AsNoTracking()
            .SingleAsync(hold => hold.DraftId == step.Draft()));
        (await step.SubmitAsync(new() { ["Phone"] = "+1 212 555 0100" })).At("meeting-lookup");
        Assert.Equal(offered.HoldUntil, (await ReservationAsync(offered.Id)).HoldUntil);
        Assert.Equal(HttpStatusCode.Gone, (await host.GetAsync(link)).Status);
    }

    private Order? blocking;

    private async Task WaitAsync(Dictionary<string, string?>? typed = null)
    {
        blocking = await portal.PlaceAsync(WaitingRoom.Wanted);
        var fields = WaitingRoom.Wanted.Fields();
        foreach (var (name, value) in typed ?? [])
        {
            fields[name] = value;
        }

        var nobody = await (await host.BeginAsync()).SubmitAsync(fields);
        await (await nobody.FollowAsync("a[href^='/assist/wait']")).SubmitAsync();
    }

    private async Task<(WaitingWish Wish, string Link)> OfferedAsync(Dictionary<string, string?>? typed = null)
    {
        await WaitAsync(typed);
        return await FreeAsync();
    }

    private async Task<(WaitingWish Wish, string Link)> FreeAsync(Order? order = null)
    {
        var (browser, _) = await portal.FindAsync(order ?? blocking!);
        using (browser)
        {
            var number = (order ?? blocking!).RequestNumber;
            await (await browser.GetAsync($"/assist/manage/{number}/cancel")).SubmitAsync(button: "button[value=yes]");
        }

        Assert.Equal(1, await portal.OfferAsync());
        var wish = Assert.Single(await portal.WishesAsync());
        return (wish, await portal.LinkAsync(wish.Id));
    }

    private Task<Reservation> ReservationAsync(Guid id) => portal.InDatabaseAsync(
        db => db.Set<Reservation>().AsNoTracking().SingleAsync(item => item.Id == id));

    private Task<int> UnmetAsync() => portal.InDatabaseAsync(
        db => db.Set<UnmetWish>().CountAsync(wish => wish.Start == WaitingRoom.Wanted.Start));
}
