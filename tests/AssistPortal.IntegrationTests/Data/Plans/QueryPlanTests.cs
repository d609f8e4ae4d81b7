using System.Diagnostics;
using System.Net;
using System.Reflection;
using AssistPortal.Assist.Orders;
using AssistPortal.Data;
using AssistPortal.Data.Accounts;
using AssistPortal.Data.Database;
using AssistPortal.Data.Work;
using AssistPortal.IntegrationTests.Managing;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace AssistPortal.IntegrationTests.Data.Plans;

/// <summary>With a hundred thousand orders, no page and no worker has the database go through them all.</summary>
public abstract class QueryPlanTests : IDisposable
{
    /// <summary>What may read a whole table, by a part of its text, and why.</summary>
    private static readonly Dictionary<string, string> Allowed = new(StringComparer.Ordinal)
    {
        ["SELECT DISTINCT i.\"Year\""] = "The years in which there are invoices: along their index alone.",
        ["SELECT DISTINCT \"i\".\"Year\""] = "The same on SQLite.",
        ["WHERE 0"] = "Rows with a key of none: SQLite reads nothing, whatever its plan says.",
    };

    private readonly AskedStatements asked = new();
    private readonly ITestOutputHelper output;
    private readonly DatabaseProvider provider;
    private readonly TestDatabase database;
    private readonly PortalFactory portal;

    protected QueryPlanTests(DatabaseProvider provider, ITestOutputHelper output)
    {
        (this.provider, this.output) = (provider, output);
        database = DemoDatabase.Create(provider);
        portal = PortalFactory.With(new PortalSetup
        {
            Database = database,
            Services = services =>
            {
                LinksTests.WithoutWorkers.Services(services);
                services.ConfigureDbContext<PortalDbContext>(options => options.AddInterceptors(asked));
            },
        });
    }

    public void Dispose()
    {
        portal.Dispose();
        database.Dispose();
    }

    [DatabaseFact]
    public async Task No_page_and_no_worker_reads_a_whole_table()
    {
        var filling = Stopwatch.StartNew();
        await portal.InDatabaseAsync(db => new ManyRows(provider).AddAsync(db));
        output.WriteLine($"{ManyRows.Orders} orders in {filling.Elapsed.TotalSeconds:0.0} s");
        var number = await portal.InDatabaseAsync(db => db.Set<Order>()
            .Where(order => order.State == OrderState.Placed && order.HostUserId != null)
            .OrderByDescending(order => order.Time.Start)
            .Select(order => order.Number)
            .FirstAsync());
        await LookAsync("coordinator@demo.example", StaffPages(RequestNumber.Parse(number)));
        await LookAsync(Journeys.Host, "/resources", "/resources/history?q=north", "/resources/invoices", "/assist");
        await LookAsync("producer@demo.example", "/producer", "/producer/notices");

        // Orders of whoever has left are counted along then.
        await portal.InDatabaseAsync(db => db.Users.Where(user => user.Email == "admin@demo.example")
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.LockoutEnd, PortalUser.Forever)));
        await LookAsync("coordinator@demo.example", "/staff/orders");
        await WorkAsync();

        var faults = await FaultsAsync();
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
        Assert.InRange(asked.All.Count, 60, int.MaxValue);

        // It would tell.
        await portal.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("DROP INDEX \"IX_Orders_PlacedAt_Id\""));
        Assert.NotEmpty(await FaultsAsync());
    }

    private async Task<List<string>> FaultsAsync()
    {
        var faults = new List<string>();
        await portal.InDatabaseAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();

            // To explain is not to run: only what runs has SQLite see that an index has gone since it read the schema.
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM \"Revisions\"";
            await command.ExecuteScalarAsync();
            foreach (var (statement, values) in asked.All.Where(item => IsRead(item.Key)))
            {
                var whole = await QueryPlan.WholeTablesAsync(
                    db.Database.GetDbConnection(), statement, values, ManyRows.Tables);
                if (whole.Count > 0 && !Allowed.Keys.Any(part => statement.Contains(part, StringComparison.Ordinal)))
                {
                    faults.Add($"{string.Join('\n', whole)}\n{statement}");
                }
            }
        });
        return faults;
    }

    private static string[] StaffPages(RequestNumber number) =>
    [
        "/staff", "/staff/orders", "/staff/orders?attention=any&sort=start",
        "/staff/orders?status=open&owner=mine&sort=start", "/staff/orders?status=open&owner=mine&sort=placed",
        "/staff/orders?status=open&owner=none&sort=start", "/staff/orders?status=open&when=this-week&sort=start",
        "/staff/orders?attention=NoCover&sort=start", "/staff/orders?status=begun", "/staff/orders?sort=customer",
        "/staff/orders?from=2026-06-01&to=2026-06-30&sort=customer", "/staff/orders?site=1&sort=start-desc",
        "/staff/orders?producer=1", "/staff/orders?q=northwind", $"/staff/orders/{number}", $"/staff/orders?q={number}",
        "/staff/schedule", "/staff/notices", "/staff/find?q=northwind", "/staff/audit", "/staff/mail", "/staff/jobs",
        "/staff/producers", "/staff/producers/1", "/staff/reports", "/staff/invoices",
    ];

    private static bool IsRead(string statement) =>
        statement.StartsWith("SELECT", StringComparison.Ordinal)
        || statement.StartsWith("UPDATE", StringComparison.Ordinal)
        || statement.StartsWith("DELETE", StringComparison.Ordinal);

    private async Task LookAsync(string email, params IEnumerable<string> paths)
    {
        using var browser = portal.CreatePortalClient();
        await browser.SignInAsync(email);
        foreach (var path in paths)
        {
            Assert.Equal((HttpStatusCode.OK, path), ((await browser.GetAsync(path)).Status, path));
        }
    }

    /// <summary>One round of each worker.</summary>
    private async Task WorkAsync()
    {
        var run = typeof(RepeatedWork).GetMethod("RunAsync", BindingFlags.Instance | BindingFlags.NonPublic)!;
        var kinds = AppDomain.CurrentDomain.GetAssemblies()
            .Where(assembly => assembly.GetName().Name!.StartsWith("AssistPortal.", StringComparison.Ordinal))
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsSubclassOf(typeof(RepeatedWork)) && !type.IsAbstract
                && !type.Assembly.GetName().Name!.EndsWith("Tests", StringComparison.Ordinal))
            .ToList();
        Assert.InRange(kinds.Count, 8, int.MaxValue);
        foreach (var kind in kinds)
        {
            await using var scope = portal.Services.CreateAsyncScope();
            var worker = ActivatorUtilities.CreateInstance(portal.Services, kind);
            await (Task<bool>)run.Invoke(worker, [scope.ServiceProvider, CancellationToken.None])!;
        }
    }
}

public sealed class QueryPlansOnSqlite(ITestOutputHelper output)
    : QueryPlanTests(DatabaseProvider.Sqlite, output);

public sealed class QueryPlansOnPostgreSql(ITestOutputHelper output)
    : QueryPlanTests(DatabaseProvider.PostgreSql, output);
