using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AssistPortal.Data.Database;

/// <summary>
/// Gives each context a <see cref="KeptSqliteConnection"/>. EF Core's own has functions in addition, for decimal
/// numbers, times of day and patterns in SQL: the portal's model has none of these.
/// </summary>
/// <param name="connectionString">
/// Of the portal's database. Where EF Core looks whether that is there, it opens it by another, and by itself.
/// </param>
internal sealed class SqliteConnections(string connectionString) : DbConnectionInterceptor
{
    public override InterceptionResult<DbConnection> ConnectionCreating(
        ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        eventData.ConnectionString == connectionString
            ? InterceptionResult<DbConnection>.SuppressWithResult(new KeptSqliteConnection(connectionString))
            : result;
}
