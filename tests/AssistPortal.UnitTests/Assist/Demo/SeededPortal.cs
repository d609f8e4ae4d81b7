using AssistPortal.Assist;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Demo;
using AssistPortal.Assist.Invoicing;
using AssistPortal.Assist.Offers;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Reminders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport;
using AssistPortal.Trials;
using AssistPortal.Trials.Demo;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace AssistPortal.UnitTests.Assist.Demo;

/// <summary>A portal's database in a file of its own, filled as at the start in Development.</summary>
public sealed class SeededPortal : IAsyncLifetime
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"assistportal-{Guid.NewGuid():n}.db");
    private readonly ServiceProvider services;

    public SeededPortal()
    {
        services = new ServiceCollection()
            .AddDbContext<PortalDbContext>(builder => builder.UsePortalDatabase(
                new DatabaseOptions(),
                $"Data Source={file}",
                new EntityAssembly(typeof(AssistRoles).Assembly),
                new EntityAssembly(typeof(TrialRoles).Assembly)))
            .AddSingleton<IClock>(Clock)
            .AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>()
            .AddSingleton<IPasswordHasher<PortalUser>, PasswordHasher<PortalUser>>()
            .AddPackages()
            .AddOffers()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddBilling()
            .AddInvoicing()
            .AddScoped<OrderReminders>()
            .AddScoped<OrderAttentions>()
            .AddOptions()
            .AddScheduling()
            .AddPortalRoles()
            .AddRoleNames(AssistRoles.Host, AssistRoles.Coordinator, AssistRoles.Producer)
            .AddRoleNames(TrialRoles.PartnerAdministrator, TrialRoles.CustomerAdministrator, TrialRoles.HelpDesk)
            .AddPortalDemo()
            .AddAssistDemo()
            .AddTrialDemo()
            .BuildServiceProvider();
    }

    public FakeClock Clock { get; } = TestClock.AtStartOfDecember2026();

    public async Task InitializeAsync()
    {
        await CreateAsync();
        await FillAsync();
    }

    /// <summary>The tables, empty.</summary>
    public Task<bool> CreateAsync() => ReadAsync(db => db.Database.EnsureCreatedAsync());

    /// <summary>What Program does at each start. Tells whether catalogue and demo data were filled.</summary>
    public async Task<(bool Catalogue, bool Demo)> FillAsync()
    {
        using var scope = services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<RoleSeed>().EnsureAsync(CancellationToken.None);
        var catalogue = await scope.ServiceProvider.GetRequiredService<CatalogueSeed>()
            .FillIfEmptyAsync(CancellationToken.None);
        var demo = await scope.ServiceProvider.GetRequiredService<DemoData>().FillIfEmptyAsync(CancellationToken.None);
        return (catalogue, demo);
    }

    public async Task<T> ReadAsync<T>(Func<PortalDbContext, Task<T>> read)
    {
        using var scope = services.CreateScope();
        return await read(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
    }

    public async Task DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(file + suffix);
        }
    }
}
