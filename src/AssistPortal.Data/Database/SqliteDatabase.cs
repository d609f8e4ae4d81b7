using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using SQLitePCL;

namespace AssistPortal.Data.Database;

/// <summary>What SQLite wants to be told.</summary>
public static class SqliteDatabase
{
    /// <summary>
    /// Readers beside one writer. The file keeps the setting; a restored copy may lack it. Nothing on other databases.
    /// </summary>
    public static async Task UseWriteAheadLogAsync(this DatabaseFacade database)
    {
        if (database.IsSqlite())
        {
            await database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
        }
    }

    /// <summary>
    /// From now on until the connection is closed, the writer before is waited for no longer than that. Nothing on
    /// other databases, where each command has its own timeout.
    /// </summary>
    public static void WaitForWriterAtMost(this DatabaseFacade database, int seconds)
    {
        if (database.IsSqlite())
        {
            raw.sqlite3_busy_timeout(((SqliteConnection)database.GetDbConnection()).Handle, seconds * 1000);
        }
    }

    /// <summary>
    /// The writer before is waited for as long as a command may take. Foreign keys are held by what the library was
    /// built with, and by <see cref="SqliteBusyTimeout"/>: the provider would send a statement for it each time.
    /// </summary>
    internal static string ConnectionString(string given, DatabaseOptions options) =>
        new SqliteConnectionStringBuilder(given)
        {
            ForeignKeys = null,
            DefaultTimeout = options.CommandTimeoutSeconds,
        }.ToString();
}
