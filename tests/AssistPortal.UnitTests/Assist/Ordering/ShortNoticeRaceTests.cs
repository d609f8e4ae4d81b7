using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport;
using AssistPortal.TestSupport.Databases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime.Testing;

namespace AssistPortal.UnitTests.Assist.Ordering;

/// <summary>Coordinators and a host at once, each with a context of their own.</summary>
public abstract class ShortNoticeRaceTests(DatabaseProvider provider) : IAsyncLifetime
{
    private const int Many = 8;

    private readonly TestDatabase database = TestDatabase.Create(provider);
    private readonly FakeClock clock = TestClock.AtStartOfDecember2026();
    private readonly Guid host = Guid.NewGuid();

    public async Task InitializeAsync()
    {
        await using var db = database.NewContext();
        db.Add(new PortalUser("Hannah", "Brooks") { Id = host, UserName = "host", NormalizedUserName = "HOST" });
        await db.SaveChangesAsync();
    }

    public Task DisposeAsync()
    {
        database.Dispose();
        return Task.CompletedTask;
    }

    [DatabaseFact]
    public async Task Given_by_many_at_once_there_is_one()
    {
        var until = await AtOnceAsync(async index =>
        {
            await using var db = database.NewContext();
            var desk = new ShortNoticeDesk(db, new UpperInvariantLookupNormalizer(), clock);
            return await desk.GrantAsync(host, $"Reason {index}", host, default);
        });

        Assert.All(until, moment => Assert.Equal(clock.GetCurrentInstant() + ShortNotice.ValidFor, moment));
        await using var after = database.NewContext();
        Assert.Single(await after.Set<ShortNotice>().ToListAsync());
    }

    [DatabaseFact]
    public async Task Used_by_many_at_once_it_serves_one()
    {
        await using var db = database.NewContext();
        await new ShortNoticeDesk(db, new UpperInvariantLookupNormalizer(), clock).GrantAsync(
            host, "Reason", host, default);

        var used = await AtOnceAsync(async _ =>
        {
            await using var own = database.NewContext();
            var windows = new BookingWindows(own, Options.Create(new BookingOptions()), clock);
            return await own.InTransactionAsync(
                async cancellation => (Commit: true, Result: await windows.UseShortNoticeAsync(host, cancellation)),
                default);
        });

        Assert.Equal("Reason", Assert.Single(used.OfType<ShortNotice>()).Reason);
    }

    private static Task<T[]> AtOnceAsync<T>(Func<int, Task<T>> act) =>
        Task.WhenAll(Enumerable.Range(0, Many).Select(index => Task.Run(() => act(index))));
}

public sealed class ShortNoticeRaceOnSqlite() : ShortNoticeRaceTests(DatabaseProvider.Sqlite);

public sealed class ShortNoticeRaceOnPostgreSql() : ShortNoticeRaceTests(DatabaseProvider.PostgreSql);

public sealed class ShortNoticeRaceOnSqlServer() : ShortNoticeRaceTests(DatabaseProvider.SqlServer);
