using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Revisions;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff.Jobs;

/// <summary>Orders by the hundred, placed past the steps of ordering.</summary>
internal static class ManyOrders
{
    private const string Package = "ec-premium";

    /// <summary>Adds orders of the demo host, all alike but for the number in topic and address.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="topic">A word by which they are found.</param>
    /// <param name="count">How many.</param>
    /// <param name="moments">
    /// When, with the producer reserved for it; where there are none, all at one time without a reservation.
    /// </param>
    /// <param name="start">That one time; some months ahead where none is given.</param>
    /// <param name="assisting">The producer's name.</param>
    public static async Task<IReadOnlyList<Order>> AddOrdersAsync(
        this PortalFactory portal, string topic, int count, IReadOnlyList<FreeMoment>? moments = null,
        Instant? start = null, string assisting = "Olivia Carter")
    {
        await using var scope = portal.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var catalogue = await scope.ServiceProvider.GetRequiredService<Cached<Catalogue>>().GetAsync(default);
        var package = catalogue.Packages.Single(item => item.Code == Package);
        var host = await db.Users.SingleAsync(user => user.Email == Journeys.Host);
        var sample = await db.Set<Order>().AsNoTracking().FirstAsync(order => order.HostUserId == host.Id);
        var producer = await db.Set<Producer>().SingleAsync(item => item.Name == assisting);
        var now = portal.Clock.GetCurrentInstant();
        var orders = Enumerable.Range(0, count).Select(number => Order.Place(
            new OrderCommand
            {
                DraftId = Guid.CreateVersion7(),
                HostUserId = host.Id,
                SiteId = sample.SiteId,
                PackageId = package.Id,
                Contact = sample.Contact with { Email = $"{topic}{number}@many.example" },
                Time = new EventTime
                {
                    Start = moments?[number].Start ?? start ?? Instant.FromUtc(2027, 5, 3, 14, 0),
                    DurationMinutes = 60,
                    TimeZone = "America/New_York",
                },
                Event = sample.Event with { Topic = $"{topic} {number}", Language = "en" },
                PageLanguage = "en",
                Fee = StandardFee.By(package.RatesIn(sample.Currency), 60, []),
                CancellationTiers = package.CancellationTiers,
                UpdateNoticeHours = 24,
            },
            RequestNumber.Random(),
            Guid.CreateVersion7(),
            producer.Id,
            now - Duration.FromMinutes(number))).ToList();
        db.AddRange(orders);
        if (moments is not null)
        {
            db.AddRange(orders.Select(order => Reservation.ForOrder(
                producer.Id,
                new Interval(
                    order.Time.Start - Duration.FromMinutes(package.LeadMinutes),
                    order.Time.End + Duration.FromMinutes(package.TrailMinutes)),
                order.Id)));
        }

        await db.SaveChangesAsync();
        return orders;
    }
}
