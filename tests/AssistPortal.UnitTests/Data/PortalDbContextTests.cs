using AssistPortal.Assist.Orders;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using AssistPortal.UnitTests.Assist.Orders;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.UnitTests.Data;

public abstract class PortalDbContextTests(DatabaseProvider provider) : IDisposable
{
    private readonly PortalFile file = new(provider);

    public void Dispose() => file.Dispose();

    [DatabaseFact]
    public async Task An_order_comes_back_as_it_was_placed()
    {
        var host = await file.AddUserAsync();
        var placed = await file.AddOrderAsync(host.Id, SampleOrder.Now, SampleOrder.Contact);

        await using var db = file.NewContext();
        var order = await db.Set<Order>().SingleAsync();

        Assert.Equal(
            (placed.Number, placed.Time, placed.Event, placed.Contact),
            (order.Number, order.Time, order.Event, order.Contact));
        Assert.Equal(placed.StandardFee.Lines, order.StandardFee.Lines);
        Assert.Equal(placed.CancellationTiers, order.CancellationTiers);
        Assert.Equal(placed.SessionWishes, order.SessionWishes);
        Assert.Equal(SampleOrder.Now, order.PlacedAt);
    }

    [DatabaseFact]
    public async Task The_second_of_two_writers_is_told()
    {
        var host = await file.AddUserAsync();
        await file.AddOrderAsync(host.Id, SampleOrder.Now, SampleOrder.Contact);
        await using var one = file.NewContext();
        await using var other = file.NewContext();
        var first = await one.Set<Order>().SingleAsync();
        var second = await other.Set<Order>().SingleAsync();

        one.Entry(first).Property(order => order.CalendarSequence).CurrentValue = 1;
        await one.SaveChangesAsync();
        other.Entry(second).Property(order => order.CalendarSequence).CurrentValue = 2;

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync());
        Assert.Equal(1, first.Version);
    }

    [DatabaseFact]
    public async Task The_audit_trail_is_append_only()
    {
        var entry = await file.AddAsync(
            new AuditEntry(Instant.FromUnixTimeSeconds(0), AuditActor.Portal, "order.placed", "Order", "1", "{}"));

        await using var db = file.NewContext();
        db.Remove(entry);
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        db.ChangeTracker.Clear();
        db.Update(entry);
        Assert.Throws<InvalidOperationException>(() => db.SaveChanges());
    }
}

public sealed class PortalDbContextOnSqlite() : PortalDbContextTests(DatabaseProvider.Sqlite);

public sealed class PortalDbContextOnPostgreSql() : PortalDbContextTests(DatabaseProvider.PostgreSql);

public sealed class PortalDbContextOnSqlServer() : PortalDbContextTests(DatabaseProvider.SqlServer);
