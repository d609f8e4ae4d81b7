using AssistPortal.Assist;
using AssistPortal.Assist.Messages;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Waiting;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Checking;
using AssistPortal.Data.Database;
using AssistPortal.Mail;
using AssistPortal.Mail.Queue;
using AssistPortal.Mail.Templates;
using AssistPortal.TestSupport.Checking;
using AssistPortal.Trials;
using AssistPortal.UnitTests.Assist.Orders;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.UnitTests.Checking;

/// <summary>
/// An SQLite file with one producer who has two orders and a hold in a row, all as the portal writes them. Foreign keys
/// are off, for the tests break things that the portal can't.
/// </summary>
public sealed class CheckedDatabase : IAsyncLifetime
{
    public static readonly Instant Now = SampleOrder.Now;

    private readonly string file = Path.Combine(Path.GetTempPath(), $"assistportal-{Guid.NewGuid():n}.db");
    private readonly PortalDbContext db;

    public CheckedDatabase() => db = NewContext();

    internal PortalDbContext Db => db;

    public int ProducerId { get; private set; }

    /// <summary>On <see cref="SampleOrder.Time"/>.</summary>
    public Order First { get; private set; } = null!;

    /// <summary>Right after the first, with trail and lead between them.</summary>
    public Order Second { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await db.Database.EnsureCreatedAsync();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA foreign_keys = OFF");
        var (package, site, producer) = (SampleOrder.Package(), SampleOrder.Site(), SampleOrder.Producer());
        var host = new PortalUser { Id = Guid.NewGuid(), UserName = "host@demo.example" };
        db.AddRange(package, site, producer, host);
        await db.SaveChangesAsync();
        ProducerId = producer.Id;

        var command = SampleOrder.Command() with { HostUserId = host.Id, SiteId = site.Id, PackageId = package.Id };
        First = await AddOrderAsync(command);
        var second = command.Time with { Start = command.Time.End + Duration.FromMinutes(45) };
        Second = await AddOrderAsync(command with { DraftId = Guid.NewGuid(), Time = second });
        db.Add(HoldAfter(second.End + Duration.FromMinutes(15), Now + Duration.FromMinutes(30)));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    /// <summary>An hour that is held for some draft.</summary>
    internal Reservation HoldAfter(Instant start, Instant until) => Reservation.Hold(
        ProducerId, new Interval(start, start + Duration.FromHours(1)), Guid.NewGuid(), until);

    /// <summary>The mail that tells of an order.</summary>
    public static OutboxMail MailAbout(string subjectId, int revision) =>
        Mail(OrderPlacedMail.Cause, subjectId, revision);

    /// <summary>The mail that tells of an offer to somebody who waited.</summary>
    public static OutboxMail OfferMail(Guid wishId, int count) => Mail(WaitingOfferMail.Cause, $"{wishId}", count);

    /// <summary>The first order's host waits for the first order's package.</summary>
    public WaitingWish WishFor(EventTime time) => WaitingWish.Begin(
        new WaitRequest
        {
            HostUserId = First.OrderedById,
            SiteId = First.SiteId,
            PackageId = First.PackageId,
            Time = time,
            Language = "en",
        },
        Now);

    private static OutboxMail Mail(string cause, string subjectId, int revision) => OutboxMail.From(
        new MailToWrite
        {
            Cause = cause, SubjectId = subjectId, Revision = revision, Recipient = "host@demo.example",
            Language = "en", Subject = "Placed", Body = new MailBody("Placed"),
        },
        new MailContent("Placed", "Placed", Calendar: null),
        new MailOptions(),
        Now,
        Now);

    public async Task AddAsync(object entity)
    {
        db.Add(entity);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
    }

    internal IQueryable<Reservation> ReservationOf(Order order)
    {
        Guid? id = order.Id;
        return db.Set<Reservation>().Where(item => item.OrderId == id);
    }

    public Task<CheckReport> CheckAsync(Instant? mailsFrom = null) =>
        db.CheckAsync(Now, mailsFrom);

    public async Task DisposeAsync()
    {
        await db.DisposeAsync();
        using (var connection = new SqliteConnection($"Data Source={file}"))
        {
            SqliteConnection.ClearPool(connection);
        }

        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(file + suffix);
        }
    }

    private async Task<Order> AddOrderAsync(OrderCommand command)
    {
        var order = Order.Place(command, RequestNumber.Random(), Guid.CreateVersion7(), ProducerId, Now);
        var reserved = new Interval(
            command.Time.Start - Duration.FromMinutes(30), command.Time.End + Duration.FromMinutes(15));
        var reservation = Reservation.Hold(ProducerId, reserved, command.DraftId, Now);
        db.AddRange(order, reservation, MailAbout(order.Id.ToString(), revision: 0));
        await db.SaveChangesAsync();
        await db.Set<Reservation>().Where(item => item.Id == reservation.Id).ExecuteUpdateAsync(change => change
            .SetProperty(item => item.OrderId, order.Id)
            .SetProperty(item => item.DraftId, (Guid?)null)
            .SetProperty(item => item.HoldUntil, (Instant?)null));
        return order;
    }

    private PortalDbContext NewContext()
    {
        var builder = new DbContextOptionsBuilder<PortalDbContext>();
        builder.UsePortalDatabase(
            new DatabaseOptions(),
            $"Data Source={file}",
            new EntityAssembly(typeof(AssistRoles).Assembly),
            new EntityAssembly(typeof(MailSetup).Assembly),
            new EntityAssembly(typeof(TrialSetup).Assembly));
        return new PortalDbContext(builder.Options);
    }
}
