using AssistPortal.Data.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AssistPortal.Data.Database;

internal static class DatabaseSetup
{
    // Somebody waits for the page: after some seconds an honest error is better.
    private const int Retries = 4;
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    // Each that is kept has a connection with some megabytes to SQLite; more than that are made when they are needed.
    private const int KeptContexts = 128;

    /// <summary>The context on the database that <see cref="DatabaseOptions"/> name.</summary>
    /// <param name="services">The portal's services.</param>
    /// <param name="dataDirectory">Folder of the embedded database when no connection string is set.</param>
    internal static IServiceCollection AddPortalDatabase(this IServiceCollection services, string dataDirectory)
    {
        services.AddSettings<DatabaseOptions>("Database");
        services.AddSingleton<IValidateOptions<DatabaseOptions>>(new ConnectionStringValidator());

        return services.AddDbContextPool<PortalDbContext>((provider, builder) =>
        {
            var options = provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
            builder.UsePortalDatabase(
                options,
                string.IsNullOrWhiteSpace(options.ConnectionString)
                    ? new SqliteConnectionStringBuilder
                    {
                        DataSource = Path.Combine(dataDirectory, "portal.db"),
                    }.ToString()
                    : options.ConnectionString,
                provider.GetServices<EntityAssembly>());
            if (CompiledModel.Find(options.Provider) is { } model)
            {
                builder.UseModel(model);
            }
        }, KeptContexts);
    }

    /// <summary>Also used by the design-time factories of the migration projects.</summary>
    public static DbContextOptionsBuilder UsePortalDatabase(
        this DbContextOptionsBuilder builder,
        DatabaseOptions options,
        string connectionString,
        params IEnumerable<EntityAssembly> modules)
    {
        _ = options.Provider switch
        {
            DatabaseProvider.Sqlite => builder.UsePortalSqlite(
                SqliteDatabase.ConnectionString(connectionString, options), options.CommandTimeoutSeconds),
            DatabaseProvider.SqlServer => builder
                .UseSqlServer(
                    connectionString,
                    server => server.EnableRetryOnFailure(Retries, LongestPause, errorNumbersToAdd: null))
                .AddInterceptors(new SqlServerRowCounts()),
            DatabaseProvider.PostgreSql => builder.UseNpgsql(
                connectionString, server => server.EnableRetryOnFailure(Retries, LongestPause, errorCodesToAdd: null)),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Provider, "Unknown database provider."),
        };

        var relational = RelationalOptionsExtension.Extract(builder.Options)
            .WithCommandTimeout(options.CommandTimeoutSeconds)
            .WithMaxBatchSize(options.MaxBatchSize)
            .WithMigrationsAssembly(CompiledModel.MigrationsOf(options.Provider));
        var extensions = (IDbContextOptionsBuilderInfrastructure)builder;
        extensions.AddOrUpdateExtension(relational);
        extensions.AddOrUpdateExtension(new PortalModules(modules));

        // A lost race is an expected outcome; a failure that nobody expected is logged where it ends. Model and
        // migrations are compared by tests for each provider: once more with each start would take a good part of that.
        return builder
            .ConfigureWarnings(warnings => warnings
                .Log((CoreEventId.SaveChangesFailed, LogLevel.Debug), (RelationalEventId.CommandError, LogLevel.Debug))
                .Ignore(RelationalEventId.PendingModelChangesWarning)

                // What is read together is of one moment, unless a query says AsSplitQuery: one with several lists has
                // to choose.
                .Throw(RelationalEventId.MultipleCollectionIncludeWarning));
    }

    private static DbContextOptionsBuilder UsePortalSqlite(
        this DbContextOptionsBuilder builder, string connectionString, int busySeconds) => builder
        .UseSqlite(connectionString)
        .AddInterceptors(new SqliteConnections(connectionString), new SqliteBusyTimeout(busySeconds));
}
