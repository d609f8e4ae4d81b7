using System.Collections.Concurrent;
using System.Data.Common;
using AssistPortal.Assist;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Mail;
using AssistPortal.Trials;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AssistPortal.TestSupport.Databases;

/// <summary>
/// An empty database with the portal's whole schema, made by the provider's migrations; it goes when disposed. SQLite
/// is a file; PostgreSQL and SQL Server are databases of a server that an environment variable names.
/// </summary>
public sealed class TestDatabase : IDisposable
{
    /// <summary>Connection string of a PostgreSQL server's own database; tests/run.sh starts one and sets it.</summary>
    public const string PostgreSqlVariable = "ASSISTPORTAL_TEST_POSTGRESQL";

    /// <summary>Connection string of a SQL Server's own database; its tests are skipped without.</summary>
    public const string SqlServerVariable = "ASSISTPORTAL_TEST_SQLSERVER";

    private static readonly ConcurrentDictionary<DatabaseProvider, Lazy<TestDatabase>> Templates = new();

    private readonly string name;

    private TestDatabase(DatabaseProvider provider)
    {
        Provider = provider;
        name = NewName();
        ConnectionString = ConnectionTo(provider, name);
    }

    public DatabaseProvider Provider { get; }

    public string ConnectionString { get; }

    /// <summary>A database of that kind, as a copy of one that was migrated before.</summary>
    /// <exception cref="InvalidOperationException">There is no server of that kind.</exception>
    public static TestDatabase Create(DatabaseProvider provider) =>
        HasTemplates(provider)
            ? Templates.GetOrAdd(provider, kind => new(() => Migrated(kind).AsTemplate())).Value.Copy()
            : Migrated(provider);

    /// <summary>One that is not there yet: whoever is given its connection string makes it.</summary>
    /// <exception cref="InvalidOperationException">There is no server of that kind.</exception>
    public static TestDatabase OnlyNamed(DatabaseProvider provider) => new(provider);

    /// <summary>Whether databases of that kind can be copied.</summary>
    public static bool HasTemplates(DatabaseProvider provider) => provider != DatabaseProvider.SqlServer;

    /// <summary>A database with all that this one has, which <see cref="AsTemplate" /> has made ready for it.</summary>
    public TestDatabase Copy()
    {
        var copy = new TestDatabase(Provider);
        if (Provider == DatabaseProvider.Sqlite)
        {
            CopyTo(PathOf(copy.name));
        }
        else
        {
            OnServer(Provider, $"CREATE DATABASE \"{copy.name}\" TEMPLATE \"{name}\" STRATEGY FILE_COPY");
        }

        return copy;
    }

    /// <summary>A copy in a file of SQLite's, for a portal that keeps its database in a folder of its own.</summary>
    public void CopyTo(string file) => File.Copy(PathOf(name), file);

    /// <summary>The database itself, without anybody connected to it, to be copied; it goes with the process.</summary>
    public TestDatabase AsTemplate()
    {
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
        if (Provider == DatabaseProvider.PostgreSql)
        {
            NpgsqlConnection.ClearAllPools();
            return this;
        }

        using (var connection = new SqliteConnection(ConnectionString))
        {
            connection.Open();
            Execute(connection, "VACUUM");
            Execute(connection, "PRAGMA journal_mode = WAL");
            Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        }

        SqliteConnection.ClearAllPools();
        return this;
    }

    /// <summary>The server's connection string, where one is named.</summary>
    public static string? Server(DatabaseProvider provider)
    {
        var named = Environment.GetEnvironmentVariable(
            provider == DatabaseProvider.PostgreSql ? PostgreSqlVariable : SqlServerVariable);
        return string.IsNullOrEmpty(named) ? null : named;
    }

    /// <summary>Points a context at it, with the entities of all modules.</summary>
    public DbContextOptionsBuilder Use(DbContextOptionsBuilder builder) => Use(builder, Provider, ConnectionString);

    /// <summary>Points a context at any database, with the entities of all modules.</summary>
    public static DbContextOptionsBuilder Use(
        DbContextOptionsBuilder builder, DatabaseProvider provider, string connectionString) =>
        builder.UsePortalDatabase(
            new DatabaseOptions { Provider = provider },
            connectionString,
            new EntityAssembly(typeof(MailSetup).Assembly),
            new EntityAssembly(typeof(AssistSetup).Assembly),
            new EntityAssembly(typeof(TrialSetup).Assembly));

    /// <summary>A context of its own.</summary>
    public PortalDbContext NewContext()
    {
        var builder = new DbContextOptionsBuilder<PortalDbContext>();
        Use(builder);
        return new PortalDbContext(builder.Options);
    }

    public void Dispose() => Drop(Provider, name);

    private static TestDatabase Migrated(DatabaseProvider provider)
    {
        var database = new TestDatabase(provider);
        using var context = database.NewContext();
        context.Database.Migrate();
        return database;
    }

    private static void Drop(DatabaseProvider provider, string name)
    {
        switch (provider)
        {
            case DatabaseProvider.Sqlite:
                using (var connection = new SqliteConnection(ConnectionTo(provider, name)))
                {
                    SqliteConnection.ClearPool(connection);
                }

                foreach (var suffix in new[] { "", "-wal", "-shm" })
                {
                    File.Delete(PathOf(name) + suffix);
                }

                break;
            case DatabaseProvider.PostgreSql:
                using (var connection = new NpgsqlConnection(ConnectionTo(provider, name)))
                {
                    NpgsqlConnection.ClearPool(connection);
                }

                OnServer(provider, $"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");
                break;
            default:
                SqlConnection.ClearAllPools();
                OnServer(provider, $"DROP DATABASE IF EXISTS [{name}]");
                break;
        }
    }

    private static void OnServer(DatabaseProvider provider, string statement)
    {
        using DbConnection connection = provider == DatabaseProvider.PostgreSql
            ? new NpgsqlConnection(ServerOrThrow(provider))
            : new SqlConnection(ServerOrThrow(provider));
        connection.Open();
        Execute(connection, statement);
    }

    private static void Execute(DbConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The only variable part is a name of our own making.
        command.CommandText = statement;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static string ConnectionTo(DatabaseProvider provider, string name) => provider switch
    {
        DatabaseProvider.PostgreSql =>
            new NpgsqlConnectionStringBuilder(ServerOrThrow(provider)) { Database = name }.ToString(),
        DatabaseProvider.SqlServer =>
            new SqlConnectionStringBuilder(ServerOrThrow(provider)) { InitialCatalog = name }.ToString(),
        _ => new SqliteConnectionStringBuilder { DataSource = PathOf(name) }.ToString(),
    };

    private static string ServerOrThrow(DatabaseProvider provider) => Server(provider)
        ?? throw new InvalidOperationException(
            $"No {provider} server is named: run tests/run.sh, or see tests/tools/postgres.sh.");

    private static string PathOf(string name) => Path.Combine(Path.GetTempPath(), $"{name}.db");

    private static string NewName() => $"assistportal_{Guid.NewGuid():n}";
}
