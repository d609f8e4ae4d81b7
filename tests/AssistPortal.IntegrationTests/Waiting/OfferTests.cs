using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using AssistPortal.IntegrationTests.Ordering;
using AssistPortal.TestSupport.Checking;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Waiting;

/// <summary>What becomes free is offered to whoever has waited longest, by two servers on one database.</summary>
public abstract class OfferTests : IAsyncLifetime
{
    private static readonly Duration HeldFor = Duration.FromHours(2);

    private readonly TestDatabase database;
    private readonly PortalFactory portal;
    private readonly PortalFactory second;
    private readonly List<PortalClient> hosts = [];

    protected OfferTests(DatabaseProvider provider)
    {
        database = DemoDatabase.Create(provider);
        portal = WaitingRoom.Open(database);
        second = WaitingRoom.Open(database, portal.Clock);
    }

    public async Task InitializeAsync()
    {
        await portal.LeaveOneProducerAsync();
        _ = second.Services;
    }

    public async Task DisposeAsync()
    {
        hosts.ForEach(host => host.Dispose());
        await second.DisposeAsync();
        await portal.DisposeAsync();
        database.Dispose();
    }

    [DatabaseFact]
    public async Task Twenty_who_wait_for_one_time_are_offered_it_one_by_one_in_the_order_of_waiting()
    {
        var order = await portal.PlaceAsync(WaitingRoom.Wanted);
        await JoinAsync(20);
        await RaceAsync();
        Assert.Empty(await portal.HeldAsync());

        await CancelAsync(order);
        foreach (var expected in (await portal.WishesAsync()).Select(wish => wish.Id).ToList())
        {
            await RaceAsync();
            var held = Assert.Single(await portal.HeldAsync());
            Assert.Equal(expected, held.DraftId);
            Assert.Equal(portal.Clock.GetCurrentInstant() + HeldFor, held.HoldUntil);

            portal.Clock.Advance(HeldFor - Duration.FromSeconds(1));
            await RaceAsync();
            Assert.Equal(held.Id, Assert.Single(await portal.HeldAsync()).Id);
            portal.Clock.Advance(Duration.FromSeconds(1));
        }

        await RaceAsync();
        Assert.Empty(await portal.HeldAsync());
        var mails = await portal.OfferMailsAsync();
        Assert.Equal(20, mails.Count);
        Assert.Equal(20, mails.Select(mail => mail.Recipient).Distinct(StringComparer.Ordinal).Count());
        await AssertSoundAsync();
    }

    [DatabaseFact]
    public async Task Two_free_producers_are_offered_to_the_first_two_at_once_and_nobody_to_both()
    {
        await portal.SendHomeAsync();
        await JoinAsync(6);
        var able = await portal.InDatabaseAsync(db => db.Set<Producer>()
            .Where(producer => producer.TimeZone == "America/New_York")
            .Where(producer => producer.Qualifications.Any(
                item => db.Set<ServicePackage>().Any(package =>
                    package.Id == item.PackageId && package.Code == "ec-premium")))
            .OrderBy(producer => producer.Id)
            .Select(producer => producer.Id)
            .Take(2)
            .ToListAsync());
        await portal.InDatabaseAsync(db => db.EditAsync(
            db.Set<Producer>().WithParts().Where(producer => able.Contains(producer.Id)),
            producer =>
            {
                producer.ChangeHours([new HoursDetails(IsoDayOfWeek.Tuesday, 9 * 60, 17 * 60)], []);
                producer.SetActive(true);
            }));

        await RaceAsync();

        var wishes = await portal.WishesAsync();
        var held = await portal.HeldAsync();
        Assert.Equal(able, held.Select(item => item.ProducerId).Order());
        Assert.Equal(
            wishes.Take(2).Select(wish => (Guid?)wish.Id).Order(), held.Select(item => item.DraftId).Order());
        await AssertSoundAsync();
    }

    [DatabaseFact]
    public async Task An_offer_fits_lead_length_and_trail_of_the_wish()
    {
        var order = await portal.PlaceAsync(WaitingRoom.Wanted with { Minutes = 120 });
        await portal.PlaceAsync(new FreeMoment(WaitingRoom.Wanted.At.PlusHours(4)));
        await JoinAsync(1, WaitingRoom.Wanted with { Minutes = 240 });
        await JoinAsync(1, WaitingRoom.Wanted with { At = WaitingRoom.Wanted.At.PlusMinutes(30), Minutes = 45 });
        await JoinAsync(1, WaitingRoom.Wanted);
        await CancelAsync(order);

        await RaceAsync();

        // Four hours reach into the other order; of the two that fit the first has waited longer.
        var wishes = await portal.WishesAsync();
        Assert.Equal(wishes[1].Id, Assert.Single(await portal.HeldAsync()).DraftId);
    }

    [DatabaseFact]
    public async Task Whoever_may_not_order_it_now_is_passed_over()
    {
        var order = await portal.PlaceAsync(WaitingRoom.Wanted);
        await JoinAsync(4);
        var wishes = await portal.WishesAsync();
        await portal.InDatabaseAsync(db => db.EditAsync(
            db.Users.Where(user => user.Id == wishes[0].HostUserId), user => user.LockoutEnd = PortalUser.Forever));
        await portal.InDatabaseAsync(db => db.Set<Assist.Sites.SiteMember>()
            .Where(member => member.UserId == wishes[1].HostUserId)
            .ExecuteDeleteAsync());
        await hosts[2].PostAsync(
            $"/assist/wait/{wishes[2].Id}/leave", (await hosts[2].GetAsync("/assist/wait")).Prepare().Fields);
        await CancelAsync(order);

        // Taken out of the offer a moment ago, which what is kept in memory does not know yet.
        await OfferPackageAsync(false);
        await RaceAsync();
        Assert.Empty(await portal.HeldAsync());
        Assert.Empty(await portal.OfferMailsAsync());

        await OfferPackageAsync(true);
        await RaceAsync();
        Assert.Equal(wishes[3].Id, Assert.Single(await portal.HeldAsync()).DraftId);

        Task OfferPackageAsync(bool isActive) => portal.InDatabaseAsync(db => db.Set<ServicePackage>()
            .Where(package => package.Code == "ec-premium")
            .ExecuteUpdateAsync(set => set.SetProperty(package => package.IsActive, isActive)));
    }

    [DatabaseFact]
    public async Task A_wish_whose_time_has_come_ends_by_itself()
    {
        var order = await portal.PlaceAsync(WaitingRoom.Wanted);
        await JoinAsync(1);
        portal.Clock.Reset(WaitingRoom.Wanted.Start - Duration.FromHours(1));
        await CancelAsync(order);
        portal.Clock.Reset(WaitingRoom.Wanted.Start);

        await RaceAsync();

        Assert.Empty(await portal.HeldAsync());
        Assert.Equal(
            WaitPhase.Ended, Assert.Single(await portal.WishesAsync()).PhaseAt(portal.Clock.GetCurrentInstant()));
    }

    [DatabaseFact]
    public async Task Whoever_waits_comes_before_a_passer_by_even_before_the_next_round()
    {
        var order = await portal.PlaceAsync(WaitingRoom.Wanted);
        await JoinAsync(2);
        await CancelAsync(order);
        using var passerBy = await portal.NewHostAsync("Passer");

        // The second in line is no better off; the first one need not wait for the mail.
        var late = await (await passerBy.BeginAsync()).SubmitAsync(WaitingRoom.Wanted.Fields());
        Assert.NotNull(late.Find("a[href^='/assist/wait']"));
        var wishes = await portal.WishesAsync();
        Assert.Equal(wishes[0].Id, Assert.Single(await portal.HeldAsync()).DraftId);

        portal.Clock.Advance(HeldFor);
        (await (await hosts[1].BeginAsync()).SubmitAsync(WaitingRoom.Wanted.Fields())).At("meeting-lookup");
        Assert.Empty(await portal.HeldAsync());
    }

    /// <summary>More hosts wait, one after the other.</summary>
    private async Task JoinAsync(int count, FreeMoment? moment = null)
    {
        for (var number = 0; number < count; number++)
        {
            hosts.Add(await portal.NewHostAsync($"Waiter{hosts.Count}"));
            await portal.WaitAsync(hosts[^1], moment);
            portal.Clock.Advance(Duration.FromSeconds(1));
        }
    }

    private async Task CancelAsync(Order order)
    {
        using var host = await portal.SignedInAsync();
        var ask = await host.GetAsync($"/assist/manage/{order.RequestNumber}/cancel");
        await ask.SubmitAsync(button: "button[value=yes]");
    }

    /// <summary>Both servers look at once, twice each.</summary>
    private Task RaceAsync() => Task.WhenAll(
        new[] { portal, second, portal, second }.Select(server => Task.Run(server.OfferAsync)));

    private async Task AssertSoundAsync()
    {
        await using var db = database.NewContext();
        var now = portal.Clock.GetCurrentInstant();
        var report = await db.CheckAsync(now, mailsFrom: now);
        Assert.True(report.IsSound, string.Join('\n', report.Findings));
        Assert.Empty(portal.Log.Faults().Concat(second.Log.Faults()));
    }
}

public sealed class OfferOnSqlite() : OfferTests(DatabaseProvider.Sqlite);

public sealed class OfferOnPostgreSql() : OfferTests(DatabaseProvider.PostgreSql);

public sealed class OfferOnSqlServer() : OfferTests(DatabaseProvider.SqlServer);
