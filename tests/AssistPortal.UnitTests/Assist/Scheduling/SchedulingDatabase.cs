using AssistPortal.Assist.Assignments;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Details;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace AssistPortal.UnitTests.Assist.Scheduling;

/// <summary>A database of its own with one package; producers and reservations are added by the tests.</summary>
public sealed class SchedulingDatabase : IAsyncLifetime
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;
    private readonly Lazy<ServiceProvider> other;

    public SchedulingDatabase(DatabaseProvider provider = DatabaseProvider.Sqlite)
    {
        database = TestDatabase.Create(provider);
        services = NewServices().BuildServiceProvider();
        other = new(() => NewServices().AddSingleton(Other).BuildServiceProvider());
    }

    private IServiceCollection NewServices() => new ServiceCollection()
        .AddDbContext<PortalDbContext>(builder => database.Use(builder).AddInterceptors(Inserts))
        .AddSingleton<IClock>(Clock)
        .AddOptions()
        .AddPackages()
        .AddOffers()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
        .AddScheduling()
        .AddAssignments();

    public FakeClock Clock { get; } = TestClock.AtStartOfDecember2026();

    internal FailingInserts Inserts { get; } = new();

    public int PackageId { get; private set; }

    /// <summary>December 2026 to November 2027, without lead time.</summary>
    public Interval Bookable { get; set; } = new(
        Instant.FromUtc(2026, 12, 1, 9, 0), Instant.FromUtc(2027, 12, 1, 0, 0));

    public async Task InitializeAsync() => PackageId = await AddPackageAsync("ec-premium");

    public async Task<int> AddPackageAsync(string code, int lead = 30, int trail = 15)
    {
        var package = new ServicePackage(
            code, SampleDetails.Package() with { LeadMinutes = lead, TrailMinutes = trail });
        await AddAsync(package);
        return package.Id;
    }

    public async Task<int> AddProducerAsync(ProducerSketch? sketch = null)
    {
        var producer = (sketch ?? new ProducerSketch()).ToProducer(PackageId);
        await AddAsync(producer);
        return producer.Id;
    }

    /// <summary>A reservation for good, as an order has it.</summary>
    public Task ReserveAsync(int producerId, Interval time) => ReserveAsync([(producerId, time)]);

    /// <summary>Reservations of different orders, at once.</summary>
    public async Task ReserveAsync(IEnumerable<(int ProducerId, Interval Time)> times)
    {
        var reservations = times
            .Select(item => Reservation.Hold(item.ProducerId, item.Time, Guid.NewGuid(), Clock.GetCurrentInstant()))
            .ToList();
        await AddAsync(reservations);
        var ids = reservations.Select(item => item.Id).ToList();
        await InScopeAsync(
            scope => Db(scope).Set<Reservation>().Where(item => ids.Contains(item.Id)).ExecuteUpdateAsync(
                change => change
                    .SetProperty(item => item.OrderId, item => item.DraftId)
                    .SetProperty(item => item.DraftId, (Guid?)null)
                    .SetProperty(item => item.HoldUntil, (Instant?)null)));
    }

    public Task AddAsync(object entity) => AddAsync([entity]);

    private Task AddAsync(IEnumerable<object> entities) => InScopeAsync(scope =>
    {
        Db(scope).AddRange(entities);
        return Db(scope).SaveChangesAsync();
    });

    public EventWish Wish(Instant start, int minutes = 60, string zone = "Etc/UTC", string language = "en") =>
        new(PackageId, start, minutes, zone, language);

    public Task<AvailabilityAnswer> FindAsync(EventWish wish, Guid? ownDraft = null) => InScopeAsync(
        scope => scope.GetRequiredService<AvailabilitySearch>().FindAsync(wish, Bookable, ownDraft, default));

    public Task<FreeTimes> FreeTimesAsync(LocalDate from, int days, string zone = "Etc/UTC", int minutes = 60) =>
        InScopeAsync(scope => scope.GetRequiredService<AvailabilitySearch>()
            .FreeTimesAsync(PackageId, minutes, zone, from, days, Bookable, new OwnReservations(null), default));

    public Task<HoldAnswer> HoldAsync(EventWish wish, Guid draftId) =>
        InScopeAsync(scope => Book(scope).HoldAsync(wish, Bookable, draftId, _ => Task.CompletedTask, default));

    internal Task<List<Reservation>> ReservationsAsync() => InScopeAsync(
        scope => Db(scope).Set<Reservation>()
            .AsNoTracking()
            .Include(item => item.Slots)
            .OrderBy(item => item.Start)
            .ToListAsync());

    /// <summary>What another server on the same database knows of its reservations.</summary>
    internal ReservationCalendar Other { get; set; } = new();

    /// <summary>A search as another server does it.</summary>
    public async Task<AvailabilityAnswer> FindOnOtherAsync(EventWish wish)
    {
        await using var scope = other.Value.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AvailabilitySearch>()
            .FindAsync(wish, Bookable, ownDraft: null, default);
    }

    /// <summary>From now on the database writes no changes of reservations.</summary>
    public async Task DropTriggersAsync()
    {
        await using var db = NewContext();
        foreach (var name in database.Provider == DatabaseProvider.Sqlite
            ? new[] { "_INSERT", "_UPDATE", "_DELETE" }
            : [""])
        {
            var on = database.Provider == DatabaseProvider.PostgreSql ? " ON \"Reservations\"" : "";
#pragma warning disable EF1002 // Nobody's input.
            await db.Database.ExecuteSqlRawAsync($"DROP TRIGGER \"{ReservationChange.Trigger}{name}\"{on}");
#pragma warning restore EF1002
        }
    }

    /// <summary>A connection of its own.</summary>
    public PortalDbContext NewContext() => database.NewContext();

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    internal static PortalDbContext Db(IServiceProvider scope) => scope.GetRequiredService<PortalDbContext>();

    internal static ReservationBook Book(IServiceProvider scope) => scope.GetRequiredService<ReservationBook>();
    internal static ReservationMoves Moves(IServiceProvider scope) => scope.GetRequiredService<ReservationMoves>();


    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        if (other.IsValueCreated)
        {
            await other.Value.DisposeAsync();
        }

        database.Dispose();
    }
}
