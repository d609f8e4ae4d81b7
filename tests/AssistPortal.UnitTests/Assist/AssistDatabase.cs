using AssistPortal.Assist;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Sessions;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using AssistPortal.Mail;
using AssistPortal.Mail.Queue;
using AssistPortal.TestSupport.Databases;
using AssistPortal.UnitTests.Orders;
using AssistPortal.UnitTests.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace AssistPortal.UnitTests.Assist;

/// <summary>
/// A database of its own with the assist service, a host, a site and a package; producers and orders are the tests'.
/// </summary>
public sealed class AssistDatabase : IAsyncLifetime
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;
    private int siteId;
    private int packageId;

    public AssistDatabase(DatabaseProvider provider)
    {
        database = TestDatabase.Create(provider);
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton<IClock>(Clock)
            .AddSingleton(new PortalAddress(new Uri("https://portal.example/")))
            .AddMail(Path.GetTempPath())
            .AddAssist()
            .AddDbContext<PortalDbContext>(builder => database.Use(builder))
            .BuildServiceProvider();
    }

    /// <summary>Noon of Wednesday, 2027-03-17, in UTC: the start of every order that is not given another.</summary>
    public static Instant Noon { get; } = Instant.FromUtc(2027, 3, 17, 12, 0);

    public FakeClock Clock { get; } = new(SampleOrder.Now);

    public Guid ActorId { get; } = Guid.NewGuid();

    public async Task InitializeAsync()
    {
        await using var db = database.NewContext();
        var (site, package) = (SampleOrder.Site(), SampleOrder.Package());
        var host = new PortalUser("Hannah", "Brooks") { Id = ActorId, UserName = "host", NormalizedUserName = "HOST" };
        db.AddRange(host, site, package);
        await db.SaveChangesAsync();
        (siteId, packageId) = (site.Id, package.Id);
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        database.Dispose();
    }

    /// <summary>A producer; by default at work from 9 to 17 UTC on weekdays.</summary>
    public async Task<int> AddProducerAsync(ProducerSketch? sketch = null)
    {
        await using var db = database.NewContext();
        var producer = (sketch ?? new ProducerSketch()).ToProducer(packageId);
        db.Add(producer);
        await db.SaveChangesAsync();
        return producer.Id;
    }

    /// <summary>
    /// An order of an hour's event with 90 minutes of rehearsal; its producer is reserved from half an hour before to
    /// a quarter after.
    /// </summary>
    public async Task<Order> PlaceAsync(int producerId, Instant? start = null)
    {
        await using var db = database.NewContext();
        var command = SampleOrder.Command() with
        {
            HostUserId = ActorId,
            SiteId = siteId,
            PackageId = packageId,
            Time = new EventTime { Start = start ?? Noon, DurationMinutes = 60, TimeZone = "Etc/UTC" },
            SessionWishes = [],
        };
        var order = Order.Place(command, RequestNumber.Random(), Guid.CreateVersion7(), producerId, SampleOrder.Now);
        var (lead, trail) = (Duration.FromMinutes(30), Duration.FromMinutes(15));
        db.AddRange(
            order,
            Reservation.ForOrder(producerId, new Interval(order.Time.Start - lead, order.Time.End + trail), order.Id),
            new OrderAttention(order.Id, AttentionReason.Session, SampleOrder.Now));
        await db.SaveChangesAsync();
        return order;
    }

    public Task<Order> ReadAsync(Order order) => InDatabaseAsync(db =>
        db.Set<Order>().AsNoTracking().SingleAsync(item => item.Id == order.Id));

    /// <summary>Sessions of an order that are not cancelled, in their order.</summary>
    public Task<List<OrderSession>> SessionsAsync(Order order) => InDatabaseAsync(db =>
        db.Set<OrderSession>().AsNoTracking()
            .Where(session => session.OrderId == order.Id && !session.IsCancelled)
            .OrderBy(session => session.Start)
            .ToListAsync());

    /// <summary>What is reserved of a producer, in order.</summary>
    public Task<List<Interval>> ReservedAsync(int producerId) => InDatabaseAsync(async db =>
        (await db.Set<Reservation>().AsNoTracking().Include(item => item.Slots)
            .Where(item => item.ProducerId == producerId).OrderBy(item => item.Start).ToListAsync())
        .ConvertAll(item =>
        {
            Assert.Equal((item.End - item.Start).TotalMinutes / 15, item.Slots.Count);
            Assert.All(item.Slots, slot => Assert.Equal(producerId, slot.ProducerId));
            return new Interval(item.Start, item.End);
        }));

    public Task<bool> NeedsAsync(Order order, AttentionReason reason) => InDatabaseAsync(db =>
        db.Set<OrderAttention>().AnyAsync(item => item.OrderId == order.Id && item.Reason == reason));

    /// <summary>Causes of all mails that were written, in their alphabet.</summary>
    public Task<List<string>> MailsAsync() => InDatabaseAsync(async db =>
        (await db.Set<OutboxMail>().Select(mail => mail.Cause).ToListAsync()).Order(StringComparer.Ordinal).ToList());

    /// <summary>What the audit trail has of all acts, in their order.</summary>
    public Task<List<string>> ActsAsync() =>
        InDatabaseAsync(db => db.AuditEntries.OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync());

    public Task<T> InDatabaseAsync<T>(Func<PortalDbContext, Task<T>> read) =>
        InScopeAsync(scope => read(scope.GetRequiredService<PortalDbContext>()));

    /// <summary>Does something as one request among others would.</summary>
    public Task<TResult> WithAsync<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull =>
        InScopeAsync(scope => Task.Run(() => act(scope.GetRequiredService<TService>())));

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }
}
