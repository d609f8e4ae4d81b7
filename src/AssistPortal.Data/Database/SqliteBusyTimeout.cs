using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AssistPortal.Data.Database;

/// <summary>
/// Lets SQLite itself wait for the writer before: it looks again after a millisecond or two. The ADO.NET provider would
/// sleep for 150 ms each time.
/// </summary>
/// <param name="seconds">The longest wait.</param>
internal sealed class SqliteBusyTimeout(int seconds) : DbConnectionInterceptor
{
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    // SQLite works synchronously in any case.
    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private void Set(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = FormattableString.Invariant($"PRAGMA busy_timeout = {seconds * 1000}");
        command.ExecuteNonQuery();
    }
}
