using System.Data.Common;
using AssistPortal.Assist;
using AssistPortal.Benchmarks.Servers;
using AssistPortal.Data;
using AssistPortal.Data.Checking;
using AssistPortal.Data.Database;
using AssistPortal.Mail;
using AssistPortal.TestSupport.Checking;
using AssistPortal.Trials;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using NodaTime;

namespace AssistPortal.Benchmarks.Databases;

/// <summary>
/// A database for one run: an SQLite file in a folder that goes, or a new database on the server that
/// <c>--connection</c> names, dropped at the end.
/// </summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private static readonly EntityAssembly[] Modules =
    [
        new(typeof(AssistSetup).Assembly), new(typeof(MailSetup).Assembly), new(typeof(TrialSetup).Assembly),
    ];

    private readonly bool isOwn;

    private BenchDatabase(DatabaseProvider provider, string connectionString, bool isOwn) =>
        (Provider, ConnectionString, this.isOwn) = (provider, connectionString, isOwn);

    public DatabaseProvider Provider { get; }

    public string ConnectionString { get; }

    /// <summary>One that is there already, only to look at.</summary>
    public static BenchDatabase Existing(DatabaseProvider provider, string connectionString) =>
        new(provider, connectionString, isOwn: false);

    /// <summary>One that does not exist yet.</summary>
    public static BenchDatabase New(Arguments arguments, TempFolder folder)
    {
        if (arguments.Provider == DatabaseProvider.Sqlite)
        {
            var file = new SqliteConnectionStringBuilder { DataSource = folder.Of($"bench-{Guid.NewGuid():n}.db") };
            return new BenchDatabase(arguments.Provider, file.ToString(), isOwn: true);
        }

        var server = new DbConnectionStringBuilder { ConnectionString = arguments.Required("connection") };
        server.Remove("Initial Catalog");
        server["Database"] = $"assistportal_bench_{Guid.NewGuid():n}";
        return new BenchDatabase(arguments.Provider, server.ConnectionString, isOwn: true);
    }

    public PortalDbContext NewContext()
    {
        var builder = new DbContextOptionsBuilder<PortalDbContext>();
        builder.UsePortalDatabase(
            new DatabaseOptions { Provider = Provider, CommandTimeoutSeconds = 120 }, ConnectionString, Modules);
        return new PortalDbContext(builder.Options);
    }

    /// <summary>
    /// Makes it, without tables: a server that does not find its database would log that as an error.
    /// </summary>
    public async Task CreateEmptyAsync(CancellationToken cancellationToken)
    {
        await using var db = NewContext();
        await db.GetService<IRelationalDatabaseCreator>().CreateAsync(cancellationToken);
    }

    public async Task<CheckReport> CheckAsync(Instant? mailsFrom)
    {
        await using var db = NewContext();
        return await db.CheckAsync(SystemClock.Instance.GetCurrentInstant(), mailsFrom);
    }

    public async ValueTask DisposeAsync()
    {
        if (Provider == DatabaseProvider.Sqlite)
        {
            using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
        else if (isOwn)
        {
            await using var db = NewContext();
            await db.Database.EnsureDeletedAsync();
        }
    }
}
