using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace AssistPortal.Data.Database;

/// <summary>
/// Lets SQLite itself wait for the writer before: it looks again after a millisecond or two. The ADO.NET provider would
/// sleep for 150 ms each time. Foreign keys are held on each connection.
/// </summary>
/// <param name="seconds">The longest wait.</param>
internal sealed class SqliteBusyTimeout(int seconds) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        var handle = ((SqliteConnection)connection).Handle;
        raw.sqlite3_busy_timeout(handle, seconds * 1000);
        raw.sqlite3_db_config(handle, raw.SQLITE_DBCONFIG_ENABLE_FKEY, 1, out _);
    }

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
