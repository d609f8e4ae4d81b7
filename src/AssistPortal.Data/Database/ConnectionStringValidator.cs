using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace AssistPortal.Data.Database;

/// <summary>
/// Refuses a connection string that the database's own provider can't read. It may hold a password, and is not told.
/// </summary>
internal sealed class ConnectionStringValidator : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ConnectionString))
        {
            return options.Provider == DatabaseProvider.Sqlite
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(
                    "Database:ConnectionString is needed for this Database:Provider. "
                    + $"It is missing; allowed is a text such as {Example(options.Provider)}");
        }

        return IsReadable(options.Provider, options.ConnectionString)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Database:ConnectionString can't be read for the provider {options.Provider}; "
                + $"allowed is a text such as {Example(options.Provider)}");
    }

    private static bool IsReadable(DatabaseProvider provider, string text)
    {
        try
        {
            DbConnectionStringBuilder _ = provider switch
            {
                DatabaseProvider.Sqlite => new SqliteConnectionStringBuilder(text),
                DatabaseProvider.PostgreSql => new NpgsqlConnectionStringBuilder(text),
                _ => new SqlConnectionStringBuilder(text),
            };
            return true;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or KeyNotFoundException
            or InvalidCastException or OverflowException or NotSupportedException)
        {
            return false;
        }
    }

    private static string Example(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Sqlite => "Data Source=/var/lib/portal/portal.db",
        DatabaseProvider.PostgreSql => "Host=db.example;Database=portal;Username=portal",
        _ => "Server=db.example;Database=portal;User ID=portal;Encrypt=true",
    };
}
