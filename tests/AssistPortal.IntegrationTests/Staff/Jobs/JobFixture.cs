using AssistPortal.Assist.Jobs;
using AssistPortal.Data;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.IntegrationTests.Staff.Jobs;

/// <summary>A portal in which jobs are done when a test says so, with a coordinator signed in.</summary>
public sealed class JobFixture : IAsyncLifetime
{
    public JobFixture()
        : this(database: null)
    {
    }

    internal JobFixture(TestDatabase? database) => Portal = PortalFactory.With(new PortalSetup
    {
        Database = database,
        Services = services =>
        {
            services.Remove(services.Single(service => service.ImplementationType == typeof(JobWorker)));
            services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(Death)
                .ConfigureWarnings(warnings => warnings.Throw(
                    CoreEventId.RowLimitingOperationWithoutOrderByWarning,
                    CoreEventId.FirstWithoutOrderByAndFilterWarning)));
        },
    });

    public PortalFactory Portal { get; }

    public PortalClient Browser { get; private set; } = null!;

    internal SuddenDeath Death { get; } = new();

    public async Task InitializeAsync()
    {
        Browser = Portal.CreatePortalClient();
        await Browser.SignInAsync("coordinator@demo.example");
    }

    public async Task DisposeAsync()
    {
        Browser.Dispose();
        await Portal.DisposeAsync();
    }

    /// <summary>What a server does with what is to be done.</summary>
    internal async Task WorkAsync()
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<JobBatch>().RunAsync(default);
    }

    /// <summary>Does the order at one place of a job, as another server would.</summary>
    internal async Task<bool> WorkAsync(Guid job, int position)
    {
        await using var scope = Portal.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<JobItemWork>()
            .RunAsync(new JobItemKey(job, position));
    }

    /// <summary>The leases of servers that died run out.</summary>
    internal Task LapseAsync(Guid job) => Portal.InDatabaseAsync(db => db.Set<OrderJobItem>()
        .Where(item => item.JobId == job && item.LeaseUntil != null)
        .ExecuteUpdateAsync(set => set.SetProperty(item => item.LeaseUntil, (Instant?)NodaConstants.UnixEpoch)));

    internal Task<List<OrderJobItem>> ItemsAsync(Guid job) => Portal.InDatabaseAsync(db =>
        db.Set<OrderJobItem>().AsNoTracking()
            .Where(item => item.JobId == job)
            .OrderBy(item => item.Position)
            .ToListAsync());

    /// <summary>Chooses orders of the list for an act: to the page that asks how.</summary>
    /// <param name="list">Query of the list.</param>
    /// <param name="act">The act.</param>
    /// <param name="ticks">Further fields that are ticked, <c>View</c> or <c>Page</c>, or request numbers.</param>
    internal async Task<PortalPage> ChooseAsync(string list, OrderJobAct act, params string[] ticks)
    {
        var page = await Browser.GetAsync($"/staff/orders?{list}");
        var (action, fields) = page.Prepare(button: $"#choose button[value={act}]");
        return await Browser.PostAsync(action, fields.Concat(ticks.Select(tick => tick is "View" or "Page"
            ? new KeyValuePair<string, string>(tick, "yes")
            : new("Order", tick))));
    }

    /// <summary>The job of a page.</summary>
    internal static Guid JobOf(PortalPage page) => Guid.Parse(page.Path.Split('/')[3].Split('?')[0]);
}
