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

    private static readonly ConcurrentDictionary<DatabaseProvider, Lazy<string>> Templates = new();

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
    public static TestDatabase Create(DatabaseProvider provider)
    {
        var database = new TestDatabase(provider);
        if (provider == DatabaseProvider.SqlServer)
        {
            // It has no templates.
            database.Migrate();
        }
        else
        {
            var template = Templates.GetOrAdd(provider, kind => new Lazy<string>(() => MakeTemplate(kind))).Value;
            Copy(provider, template, database.name);
        }

        return database;
    }

    /// <summary>The server's connection string, where one is named.</summary>
    public static string? Server(DatabaseProvider provider)
    {
        var named = Environment.GetEnvironmentVariable(
            provider == DatabaseProvider.PostgreSql ? PostgreSqlVariable : SqlServerVariable);
        return string.IsNullOrEmpty(named) ? null : named;
    }

    /// <summary>Points a context at it, with the entities of all modules.</summary>
    public DbContextOptionsBuilder Use(DbContextOptionsBuilder builder) =>
        builder.UsePortalDatabase(
            new DatabaseOptions { Provider = Provider },
            ConnectionString,
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

    private void Migrate()
    {
        using var context = NewContext();
        context.Database.Migrate();
    }

    private static string MakeTemplate(DatabaseProvider provider)
    {
        var template = new TestDatabase(provider);
        template.Migrate();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => template.Dispose();
        switch (provider)
        {
            case DatabaseProvider.PostgreSql:
                // A template is copied only while nobody is connected to it.
                NpgsqlConnection.ClearAllPools();
                break;
            default:
                using (var connection = new SqliteConnection(template.ConnectionString))
                {
                    connection.Open();
                    Execute(connection, "PRAGMA journal_mode = WAL");
                    Execute(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
                }

                SqliteConnection.ClearAllPools();
                break;
        }

        return template.name;
    }

    private static void Copy(DatabaseProvider provider, string template, string copy)
    {
        if (provider == DatabaseProvider.Sqlite)
        {
            File.Copy(PathOf(template), PathOf(copy));
        }
        else
        {
            OnServer(provider, $"CREATE DATABASE \"{copy}\" TEMPLATE \"{template}\" STRATEGY FILE_COPY");
        }
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
