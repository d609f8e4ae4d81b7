using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Waiting;

/// <summary>Each way in which time becomes free feeds the waiting list. One producer works, in New York.</summary>
public sealed class ReleaseTests : IAsyncLifetime
{
    private const string Olivia = "producer@demo.example";
    private static readonly FreeMoment Elsewhere = new(new LocalDateTime(2027, 1, 20, 12, 0));

    private readonly PortalFactory portal = WaitingRoom.Open();
    private PortalClient host = null!;
    private PortalClient waiter = null!;

    public async Task InitializeAsync()
    {
        await portal.LeaveOneProducerAsync();
        host = await portal.SignedInAsync();
        waiter = await portal.NewHostAsync("Waiter");
    }

    public async Task DisposeAsync()
    {
        host.Dispose();
        waiter.Dispose();
        await portal.DisposeAsync();
    }

    [Fact]
    public async Task The_customer_cancels()
    {
        var order = await OrderAsync();
        await AssertFedByAsync(async () => await (await host.GetAsync($"/assist/manage/{order.RequestNumber}/cancel"))
            .SubmitAsync(button: "button[value=yes]"));
    }

    [Fact]
    public async Task The_customer_moves_the_order()
    {
        var order = await OrderAsync();
        await AssertFedByAsync(async () =>
        {
            var (browser, page) = await portal.FindAsync(order);
            using var _ = browser;
            var lookup = (await page.MoveAsync(browser, Elsewhere)).At("meeting-lookup");
            (await lookup.SubmitAsync(new() { ["ScheduleUpdated"] = "yes" })).At("confirmation");
        });
    }

    [Fact]
    public async Task A_coordinator_cancels()
    {
        var order = await OrderAsync();
        using var staff = await portal.SignedInAsync("coordinator@demo.example");
        await AssertFedByAsync(async () =>
        {
            var ask = await staff.GetAsync($"/staff/orders/{order.RequestNumber}/cancel");
            await ask.SubmitAsync(new() { ["Fee"] = "charge" });
        });
        Assert.Equal(OrderPhase.Cancelled, (await portal.ReadAsync(order.RequestNumber))
            .PhaseAt(portal.Clock.GetCurrentInstant()));
    }

    [Fact]
    public async Task A_draft_is_dropped()
    {
        var step = await host.ToMeetingLookupAsync(moment: WaitingRoom.Wanted);
        await AssertFedByAsync(() => step.SubmitFormAsync("#discard-form"));
    }

    [Fact]
    public async Task A_draft_moves_to_another_time()
    {
        var step = await host.ToMeetingLookupAsync(moment: WaitingRoom.Wanted);
        await AssertFedByAsync(async () =>
            (await (await host.GetAsync($"/assist/order/{step.Draft()}/availability")).SubmitAsync(Elsewhere.Fields()))
            .At("meeting-lookup"));
    }

    [Fact]
    public async Task The_hold_of_a_draft_runs_out()
    {
        await host.ToMeetingLookupAsync(moment: WaitingRoom.Wanted);
        await AssertFedByAsync(() =>
        {
            portal.Clock.Advance(Duration.FromMinutes(31));
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task Hours_are_changed()
    {
        await EditAsync(producer => producer.ChangeHours([], []));
        await AssertFedByAsync(() => EditAsync(
            producer => producer.ChangeHours([new HoursDetails(IsoDayOfWeek.Tuesday, 9 * 60, 17 * 60)], [])));
    }

    [Fact]
    public async Task Time_off_is_given_up()
    {
        await EditAsync(producer => producer.TakeOff(TimeOffDetails.Days(new(2027, 1, 19), new(2027, 1, 19))));
        await AssertFedByAsync(() => EditAsync(producer => producer.GiveUpTimeOff(
            producer.TimeOff.Single(off => off.FirstDay == new LocalDate(2027, 1, 19)).Id)));
    }

    [Fact]
    public async Task A_producer_works_again()
    {
        await OthersAreQualifiedAsync();
        await EditAsync(producer => producer.SetActive(false));
        await AssertFedByAsync(() => EditAsync(producer => producer.SetActive(true)));
    }

    [Fact]
    public async Task A_producer_is_qualified_anew()
    {
        var package = await portal.InDatabaseAsync(db => db.Set<ServicePackage>()
            .Where(package => package.Code == "ec-premium")
            .Select(package => package.Id)
            .SingleAsync());
        await OthersAreQualifiedAsync();
        await EditAsync(producer => producer.Change(Details(producer) with { Qualifications = [] }));
        await AssertFedByAsync(() => EditAsync(producer => producer.Change(
            Details(producer) with { Qualifications = [new QualificationDetails(package, null, null)] })));
    }

    private async Task<Order> OrderAsync() => await portal.PlaceAsync(WaitingRoom.Wanted);

    private async Task AssertFedByAsync(Func<Task> release)
    {
        Assert.Equal("/assist", (await portal.WaitAsync(waiter)).Path);
        Assert.Equal(0, await portal.OfferAsync());

        await release();

        Assert.Equal(1, await portal.OfferAsync());
        Assert.Single(await portal.HeldAsync());
        Assert.Single(await portal.OfferMailsAsync());
    }

    /// <summary>The package is offered still: they could do it, but do not work.</summary>
    private Task OthersAreQualifiedAsync() => portal.InDatabaseAsync(db => db.EditAsync(
        db.Set<Producer>().WithParts().Where(producer => producer.Email != Olivia),
        producer =>
        {
            producer.ChangeHours([], []);
            producer.SetActive(true);
        }));

    private Task EditAsync(Action<Producer> change) => portal.InDatabaseAsync(db => db.EditAsync(
        db.Set<Producer>().WithParts().Where(producer => producer.Email == Olivia), change));

    private static ProducerDetails Details(Producer producer) => new()
    {
        Name = producer.Name,
        Email = producer.Email,
        Phone = producer.Phone,
        TimeZone = producer.TimeZone,
        UserId = producer.UserId,
        IsActive = producer.IsActive,
        Languages = [.. producer.Languages.Select(item => item.Language)],
        Qualifications = [],
    };
}
