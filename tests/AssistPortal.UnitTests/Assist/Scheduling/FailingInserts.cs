using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AssistPortal.UnitTests.Assist.Scheduling;

/// <summary>Lets the next so many inserts of a reservation fail, as the loser of a deadlock does.</summary>
internal sealed class FailingInserts : DbCommandInterceptor
{
    private const int SqliteLocked = 6;

    public int Left { get; set; }

    public int Failed { get; private set; }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command,
        CommandEventData eventData,
        InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        if (Left > 0 && InsertsReservation(command.CommandText))
        {
            Left--;
            Failed++;
            throw new SqliteException("table is locked", SqliteLocked);
        }

        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    // Each provider has quotes of its own.
    private static bool InsertsReservation(string statement) =>
        statement.Contains("INSERT INTO \"Reservations\"", StringComparison.Ordinal)
        || statement.Contains("INSERT INTO [Reservations]", StringComparison.Ordinal);
}
