using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace AssistPortal.Data.Database;

/// <summary>
/// Lets SQLite itself wait for the writer before: it looks again after a millisecond or two. The ADO.NET provider would
/// sleep for 150 ms each time.
/// </summary>
/// <param name="seconds">The longest wait.</param>
internal sealed class SqliteBusyTimeout(int seconds) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        raw.sqlite3_busy_timeout(((SqliteConnection)connection).Handle, seconds * 1000);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
