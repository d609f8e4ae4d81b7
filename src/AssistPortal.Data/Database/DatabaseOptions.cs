using System.ComponentModel.DataAnnotations;

namespace AssistPortal.Data.Database;

/// <summary>Settings under <c>Database</c>.</summary>
internal sealed class DatabaseOptions
{
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>Where none is set, SQLite keeps its file in the portal's data folder.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>How long one command may take, in seconds; on SQLite also the wait for a locked file.</summary>
    [Range(1, 600)]
    public int CommandTimeoutSeconds { get; set; } = 30;

    /// <summary>
    /// Most statements that EF Core sends in one round trip; the provider's own default where not set.
    /// </summary>
    [Range(1, 1000)]
    public int? MaxBatchSize { get; set; }
}

public enum DatabaseProvider
{
    Sqlite,
    SqlServer,
    PostgreSql,
}
