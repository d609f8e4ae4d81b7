using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sites;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Demo;

public sealed class DemoOrderTests
{
    /// <summary>
    /// Demo days are counted from now: weekends and changes of the clocks fall differently each time.
    /// </summary>
    public static TheoryData<int> DaysLater => [0, 1, 2, 3, 4, 5, 6, 90, 215, 300];

    [Theory]
    [MemberData(nameof(DaysLater))]
    public async Task Orders_are_such_as_the_portal_would_take(int daysLater)
    {
        var portal = new SeededPortal();
        portal.Clock.Advance(Duration.FromDays(daysLater));
        await portal.InitializeAsync();
        try
        {
            await CheckAsync(portal);
        }
        finally
        {
            await portal.DisposeAsync();
        }
    }

    private static async Task CheckAsync(SeededPortal portal)
    {
        var now = portal.Clock.GetCurrentInstant();
        var orders = await portal.ReadAsync(db => db.Set<Order>()
            .ToListAsync());
        var reservations = await portal.ReadAsync(db => db.Set<Reservation>().ToListAsync());
        var packages = await portal.ReadAsync(db => db.Set<ServicePackage>().ToDictionaryAsync(package => package.Id));
        var sites = await portal.ReadAsync(db => db.Set<Site>()
            .Include(site => site.Members).Include(site => site.Packages).AsSplitQuery()
            .ToDictionaryAsync(site => site.Id));
        var producers = await portal.ReadAsync(db => db.Set<Producer>()
            .Include(producer => producer.Hours).Include(producer => producer.TimeOff)
            .Include(producer => producer.Languages).Include(producer => producer.Qualifications).AsSplitQuery()
            .ToDictionaryAsync(producer => producer.Id));

        Assert.Equal(7, orders.Count(order => order.Time.Start > now + Duration.FromDays(14)));
        Assert.Equal(4, orders.Count(order => order.State == OrderState.Completed && order.Time.End < now));
        Assert.Equal(1, orders.Count(order => order.State == OrderState.Cancelled && order.CancellationFeeMinor > 0));
        Assert.Equal(12, orders.Count);
        Assert.Equal(11, reservations.Count);
        Assert.All(reservations, reservation => Assert.True(reservation is { HoldUntil: null, DraftId: null }));
        Assert.All(orders, order =>
        {
            var site = sites[order.SiteId];
            Assert.Contains(order.OrderedById, site.Members.Select(member => member.UserId));
            Assert.Contains(order.PackageId, site.Packages.Select(package => package.Id));
            Assert.Equal(site.Currency, order.Currency);
            Assert.True(order is { StandardFeeMinor: > 0, FeeLines.Count: > 0, CancellationTiers.Count: 3 });
            Assert.Equal(order.StandardFee.TotalMinor, order.StandardFeeMinor);
            Assert.True(order.PlacedAt < now);
            Assert.True((order.Time.Start - order.PlacedAt).TotalDays >= 14);

            var (package, producer) = (packages[order.PackageId], producers[order.ProducerId]);
            if (order.State == OrderState.Cancelled)
            {
                Assert.DoesNotContain(reservations, item => item.OrderId == order.Id);
                return;
            }

            var reservation = Assert.Single(reservations, item => item.OrderId == order.Id);
            Assert.Equal(order.ProducerId, reservation.ProducerId);
            Assert.Equal(order.Time.Start - Duration.FromMinutes(package.LeadMinutes), reservation.Start);
            Assert.Equal(order.Time.End + Duration.FromMinutes(package.TrailMinutes), reservation.End);
            Assert.Contains(order.PackageId, producer.Qualifications.Select(item => item.PackageId));
            Assert.Contains(
                order.Event.Language, producer.Languages.Select(item => item.Language), StringComparer.Ordinal);
            Assert.True(Works(producer, reservation), $"{producer.Name} does not work at {order.Time.LocalStart}.");
        });
        var invoices = await portal.ReadAsync(
            db => db.Set<Invoice>().OrderBy(invoice => invoice.IssuedAt).ToListAsync());
        Assert.Equal(6, invoices.Count);
        Assert.Single(invoices, invoice => invoice.Kind == InvoiceKind.CreditNote);
        Assert.All(invoices.GroupBy(invoice => invoice.Year), year => Assert.Equal(
            Enumerable.Range(1, year.Count()), year.Select(invoice => invoice.Sequence)));
    }

    private static bool Works(Producer producer, Reservation reservation)
    {
        var zone = DateTimeZoneProviders.Tzdb[producer.TimeZone];
        var (start, end) = (reservation.Start.InZone(zone).LocalDateTime, reservation.End.InZone(zone).LocalDateTime);
        var midnight = start.Date.AtMidnight();
        return producer.Hours.Any(hours => hours.Day == start.DayOfWeek
                && midnight.PlusMinutes(hours.StartMinute) <= start && end <= midnight.PlusMinutes(hours.EndMinute))
            && !producer.TimeOff.Any(off => off.Start < reservation.End && reservation.Start < off.End);
    }
}
