using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Producers;
using AssistPortal.Assist.Sites;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.IntegrationTests.Resources;

/// <summary>Orders as they would stand in the database, without the pages that place them.</summary>
internal static class PastOrders
{
    /// <summary>Orders of a host at the first demo site, each a day before the one before it.</summary>
    public static Task AddPastOrdersAsync(
        this PortalFactory portal, string hostEmail, params IReadOnlyList<string> topics) =>
        portal.AddPastOrdersAsync(hostEmail, topics, Duration.FromDays(1));

    /// <summary>Orders of a host at the first demo site.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="hostEmail">The host.</param>
    /// <param name="topics">A topic for each.</param>
    /// <param name="apart">
    /// How long each takes place before the one before it; nothing makes all their times the same.
    /// </param>
    /// <param name="firstName">The contact's.</param>
    /// <param name="lastName">The contact's too.</param>
    public static Task AddPastOrdersAsync(
        this PortalFactory portal, string hostEmail, IReadOnlyList<string> topics, Duration apart,
        string firstName = "Hannah", string lastName = "Brooks") =>
        portal.AddOrdersAsync(
            hostEmail,
            [.. topics.Select((topic, number) => (topic, Duration.FromDays(-1) - (apart * number)))],
            firstName,
            lastName);

    /// <summary>Orders of a host at the first demo site, so long after tomorrow.</summary>
    public static Task AddComingOrdersAsync(
        this PortalFactory portal, string hostEmail, IReadOnlyList<Duration> later) =>
        portal.AddOrdersAsync(
            hostEmail,
            [.. later.Select((length, number) => ($"Talk {number}", Duration.FromDays(1) + length))],
            "Hannah",
            "Brooks");

    private static Task AddOrdersAsync(
        this PortalFactory portal,
        string hostEmail,
        IReadOnlyList<(string Topic, Duration Later)> wanted,
        string firstName,
        string lastName) =>
        portal.InDatabaseAsync(async db =>
        {
            var host = await db.Users.SingleAsync(user => user.UserName == hostEmail);
            var site = await db.Set<Site>().OrderBy(item => item.Id).FirstAsync();
            var package = await db.Set<ServicePackage>().SingleAsync(item => item.Code == "ec-premium");
            var producer = await db.Set<Producer>().FirstAsync();
            var now = portal.Clock.GetCurrentInstant();
            db.AddRange(wanted.Select(order => Order.Place(
                new OrderCommand
                {
                    DraftId = Guid.NewGuid(),
                    HostUserId = host.Id,
                    SiteId = site.Id,
                    PackageId = package.Id,
                    Contact = new ContactDetails
                    {
                        FirstName = firstName,
                        LastName = lastName,
                        Phone = "+1 555 0100",
                        Email = hostEmail,
                        Company = "Northwind",
                    },
                    Time = new EventTime
                    {
                        Start = now + order.Later,
                        DurationMinutes = 60,
                        TimeZone = "America/New_York",
                    },
                    Event = new EventDetails { Topic = order.Topic, ExpectedAttendees = 10 },
                    PageLanguage = "en",
                    Fee = new StandardFee("USD", [new FeeLine(FeeKind.Base, null, 125_000)]),
                    CancellationTiers = [],
                    UpdateNoticeHours = 24,
                },
                RequestNumber.Random(),
                Guid.CreateVersion7(),
                producer.Id,
                now - Duration.FromDays(61))));
            await db.SaveChangesAsync();
        });
}
