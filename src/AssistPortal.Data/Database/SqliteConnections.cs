using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

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
    // SQLITE_CONFIG_STMTJRNL_SPILL, which the provider does not name.
    private const int StatementJournalSpill = 26;
    private const int MostJournalOctets = 1024 * 1024;

    // Before any connection, that by which EF Core looks for the database included: later SQLite refuses to be told.
    static SqliteConnections()
    {
        Batteries_V2.Init();

        // Nobody reads how much memory SQLite uses, and counting it has its connections wait for each other.
        _ = raw.sqlite3_config(raw.SQLITE_CONFIG_MEMSTATUS, 0);

        // What takes a statement back that fails half way is written into a file in the system's temporary folder from
        // 64 KiB on. An order has as many indexes.
        _ = raw.sqlite3_config(StatementJournalSpill, MostJournalOctets);
    }

    public override InterceptionResult<DbConnection> ConnectionCreating(
        ConnectionCreatingEventData eventData, InterceptionResult<DbConnection> result) =>
        eventData.ConnectionString == connectionString
            ? InterceptionResult<DbConnection>.SuppressWithResult(new KeptSqliteConnection(connectionString))
            : result;
}
