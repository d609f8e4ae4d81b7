using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AssistPortal.Data.Database;

/// <summary>
/// Has SQL Server tell how many rows a command has changed, also where the server's <c>user options</c> say that it
/// does not:
/// <c>ExecuteUpdate</c> and <c>ExecuteDelete</c> would get −1. A connection that comes back from the pool has the
/// server's options again, so each opening needs it.
/// </summary>
internal sealed class SqlServerRowCounts : DbConnectionInterceptor
{
    private const string Command = "SET NOCOUNT OFF";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Command;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Command;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
