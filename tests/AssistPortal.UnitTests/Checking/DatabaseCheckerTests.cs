using AssistPortal.Assist.Checking;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Waiting;
using AssistPortal.Mail.Queue;
using AssistPortal.UnitTests.Assist.Orders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.UnitTests.Checking;

/// <summary>Each kind of fault is made in a sound database, and found.</summary>
public sealed class DatabaseCheckerTests : IAsyncLifetime
{
    private static readonly Duration Quarter = Duration.FromMinutes(15);

    private readonly CheckedDatabase database = new();

    private DbSet<Reservation> Reservations => database.Db.Set<Reservation>();

    public Task InitializeAsync() => database.InitializeAsync();

    public Task DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_sound_database_has_no_findings()
    {
        var report = await database.CheckAsync();

        Assert.Empty(report.Findings);
        Assert.True(report.IsSound);
        Assert.Equal(
            [1L, 3, 22, 2, 2],
            new[] { "producers", "reservations", "slots", "orders", "mails" }.Select(rows => report.Read[rows]));
    }

    [Fact]
    public async Task A_hold_that_ran_out_is_no_overlap()
    {
        var hold = database.HoldAfter(Instant.FromUtc(2027, 6, 1, 9, 0), CheckedDatabase.Now);
        await database.AddAsync(hold);
        await Reservations.Where(item => item.Id == hold.Id).ExecuteUpdateAsync(change => change.SetProperty(
            item => item.Start, database.First.Time.Start));

        Assert.DoesNotContain(
            (await database.CheckAsync()).Findings, finding => finding.Kind == nameof(OrderFinding.Overlap));
    }

    [Fact]
    public async Task Overlap()
    {
        // Slots can't overlap: this is what stands in the reservation's own row.
        await database.ReservationOf(database.Second).ExecuteUpdateAsync(change => change.SetProperty(
            item => item.Start, database.First.Time.End));

        await FindsAsync(
            OrderFinding.Overlap, OrderFinding.WrongSlots, OrderFinding.WrongQuarters, OrderFinding.WrongTime);
    }

    [Fact]
    public async Task An_offer_that_is_held_and_told_of_once_is_sound_and_every_other_is_found()
    {
        var until = CheckedDatabase.Now + Duration.FromHours(2);
        var wish = database.WishFor(database.Second.Time with { Start = Instant.FromUtc(2027, 6, 1, 9, 0) });
        await database.AddAsync(wish);
        Assert.Empty((await database.CheckAsync()).Findings);

        await database.Db.Set<WaitingWish>().ExecuteUpdateAsync(change => change
            .SetProperty(item => item.OfferedUntil, until)
            .SetProperty(item => item.Offers, 1));
        await FindsAsync(OrderFinding.OfferNotMailedOnce, OrderFinding.OfferNotHeldOnce);

        await database.AddAsync(CheckedDatabase.OfferMail(wish.Id, 1));
        await database.AddAsync(
            Reservation.Hold(database.ProducerId, new Interval(wish.Start, wish.Time.End), wish.Id, until));
        Assert.Empty((await database.CheckAsync()).Findings);

        await database.AddAsync(CheckedDatabase.OfferMail(wish.Id, 2));
        await FindsAsync(OrderFinding.OfferNotMailedOnce);
    }

    [Fact]
    public async Task Missing_slot()
    {
        await database.Db.Set<ProducerSlot>()
            .Where(slot => slot.SlotStart == SampleOrder.Time.Start)
            .ExecuteDeleteAsync();

        await FindsAsync(OrderFinding.WrongSlots);
    }

    [Fact]
    public async Task Slot_beyond_the_end()
    {
        var hold = await Reservations.Where(item => item.DraftId != null).SingleAsync();
        await AddSlotAsync(hold.End, hold.Id);

        await FindsAsync(OrderFinding.WrongSlots);
    }

    [Fact]
    public async Task Slot_off_the_grid()
    {
        var later = SampleOrder.Time.Start + Duration.FromMinutes(1);
        await database.Db.Set<ProducerSlot>().Where(slot => slot.SlotStart == SampleOrder.Time.Start)
            .ExecuteUpdateAsync(change => change.SetProperty(slot => slot.SlotStart, later));

        await FindsAsync(OrderFinding.WrongSlots);
    }

    [Fact]
    public async Task Slot_of_nobody()
    {
        await AddSlotAsync(Instant.FromUtc(2027, 6, 1, 9, 0), Guid.NewGuid());

        await FindsAsync(OrderFinding.SlotWithoutReservation);
    }

    [Fact]
    public async Task Slot_of_another_producers_reservation()
    {
        await database.Db.Set<ProducerSlot>().Where(slot => slot.SlotStart == SampleOrder.Time.Start)
            .ExecuteUpdateAsync(change => change.SetProperty(slot => slot.ProducerId, slot => slot.ProducerId + 1));

        await FindsAsync(OrderFinding.WrongSlots, OrderFinding.SlotWithoutReservation);
    }

    [Fact]
    public async Task Quarters_that_differ_from_the_time()
    {
        await database.ReservationOf(database.First)
            .ExecuteUpdateAsync(change => change.SetProperty(item => item.EndQuarter, item => item.EndQuarter + 1));

        await FindsAsync(OrderFinding.WrongQuarters);
    }

    [Fact]
    public async Task Reservation_of_nobody()
    {
        await database.ReservationOf(database.First)
            .ExecuteUpdateAsync(change => change.SetProperty(item => item.OrderId, (Guid?)null));

        await FindsAsync(OrderFinding.WrongOwner, OrderFinding.OrderWithoutReservation);
    }

    [Fact]
    public async Task Reservation_of_an_order_that_is_not_there()
    {
        await database.Db.Set<Order>().Where(order => order.Id == database.First.Id).ExecuteDeleteAsync();

        await FindsAsync(OrderFinding.ReservationWithoutOrder, OrderFinding.MailWithoutOrder);
    }

    [Fact]
    public async Task Order_without_a_reservation()
    {
        await database.Db.Set<ProducerSlot>().ExecuteDeleteAsync();
        await Reservations.ExecuteDeleteAsync();

        await FindsAsync(OrderFinding.OrderWithoutReservation, OrderFinding.OrderWithoutReservation);
    }

    [Fact]
    public async Task Order_with_another_producers_reservation()
    {
        await database.Db.Set<Order>().Where(order => order.Id == database.First.Id)
            .ExecuteUpdateAsync(change => change.SetProperty(order => order.ProducerId, order => order.ProducerId + 1));

        await FindsAsync(OrderFinding.ReservationWithoutOrder, OrderFinding.OrderWithoutReservation);
    }

    [Fact]
    public async Task Order_reserved_twice()
    {
        var first = database.First.Id;
        await database.ReservationOf(database.Second)
            .ExecuteUpdateAsync(change => change.SetProperty(item => item.OrderId, first));

        await FindsAsync(OrderFinding.OrderReservedTwice, OrderFinding.OrderWithoutReservation);
    }

    [Fact]
    public async Task Reservation_that_is_not_the_orders_time()
    {
        await database.Db.Set<ServicePackage>()
            .ExecuteUpdateAsync(change => change.SetProperty(package => package.LeadMinutes, 31));

        await FindsAsync(OrderFinding.WrongTime, OrderFinding.WrongTime);
    }

    [Fact]
    public async Task Cancelled_order_that_still_reserves()
    {
        await database.Db.Set<Order>().Where(order => order.Id == database.First.Id)
            .ExecuteUpdateAsync(change => change.SetProperty(order => order.State, OrderState.Cancelled));

        await FindsAsync(OrderFinding.CancelledOrderReserves);
    }

    [Fact]
    public async Task Draft_of_a_placed_order()
    {
        var draft = OrderDraft.Begin(
            database.First.OrderedById, database.First.SiteId, database.First.PackageId, SampleOrder.Contact,
            CheckedDatabase.Now);
        await database.AddAsync(draft);
        await database.Db.Set<Order>().Where(order => order.Id == database.First.Id)
            .ExecuteUpdateAsync(change => change.SetProperty(order => order.DraftId, draft.Id));

        await FindsAsync(OrderFinding.DraftOfPlacedOrder);
    }

    [Fact]
    public async Task Order_without_a_mail()
    {
        var subject = database.First.Id.ToString();
        await database.Db.Set<OutboxMail>().Where(mail => mail.SubjectId == subject).ExecuteDeleteAsync();

        await FindsAsync(OrderFinding.OrderWithoutMail);
        Assert.True((await database.CheckAsync(mailsFrom: CheckedDatabase.Now + Quarter)).IsSound);
    }

    [Fact]
    public async Task Order_with_two_mails()
    {
        await database.AddAsync(CheckedDatabase.MailAbout(database.First.Id.ToString(), revision: 1));

        await FindsAsync(OrderFinding.OrderMailedTwice);
    }

    private Task AddSlotAsync(Instant start, Guid reservation) => database.AddAsync(new ProducerSlot
    {
        ProducerId = database.ProducerId, SlotStart = start, ReservationId = reservation,
    });

    private async Task FindsAsync(params OrderFinding[] kinds)
    {
        var report = await database.CheckAsync();

        Assert.Equal(
            kinds.Select(kind => $"{kind}").Order(StringComparer.Ordinal),
            report.Findings.Select(finding => finding.Kind).Order(StringComparer.Ordinal));
        Assert.Equal(kinds.Length, report.FindingCount);
    }
}
