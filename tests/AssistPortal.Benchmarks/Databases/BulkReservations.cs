using System.Data.Common;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AssistPortal.Benchmarks.Databases;

/// <summary>
/// Writes reservations by the million, past EF Core. They are for good but of no order, and without slots unless asked
/// for: the search reads neither.
/// </summary>
internal static class BulkReservations
{
    private const string Reservations =
        "\"Reservations\" (\"Id\", \"ProducerId\", \"Start\", \"End\", \"StartQuarter\", \"EndQuarter\", \"OrderId\")";

    private const string Slots = "\"ProducerSlots\" (\"ProducerId\", \"SlotStart\", \"ReservationId\")";

    public static async Task AddAsync(
        BenchDatabase database, IEnumerable<BusyTime> times, bool withSlots, CancellationToken cancellationToken)
    {
        var rows = times.Select(time => (Id: Guid.CreateVersion7(), Time: time)).ToList();
        await using var db = database.NewContext();
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = db.Database.GetDbConnection();
        await WriteAsync(connection, database.Provider, Reservations, rows.Select(row => new object[]
        {
            row.Id, row.Time.ProducerId, At(row.Time.From), At(row.Time.To), row.Time.From, row.Time.To, Guid.NewGuid(),
        }));
        if (withSlots)
        {
            await WriteAsync(connection, database.Provider, Slots, rows.SelectMany(row => Enumerable
                .Range(row.Time.From, row.Time.To - row.Time.From)
                .Select(quarter => new object[] { row.Time.ProducerId, At(quarter), row.Id })));
        }

        if (database.Provider == DatabaseProvider.PostgreSql)
        {
            await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE", cancellationToken);
        }
    }

    private static DateTime At(int quarter) => QuarterHours.At(quarter).ToDateTimeUtc();

    private static Task WriteAsync(
        DbConnection connection, DatabaseProvider provider, string table, IEnumerable<object[]> rows) => provider switch
        {
            DatabaseProvider.Sqlite => InsertAsync(connection, table, rows),
            DatabaseProvider.PostgreSql => CopyAsync((NpgsqlConnection)connection, table, rows),
            _ => throw new UsageException($"There is no bulk insert for {provider}."),
        };

    private static async Task InsertAsync(DbConnection connection, string table, IEnumerable<object[]> rows)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        var columns = table.Count(character => character == ',') + 1;
        var names = Enumerable.Range(0, columns).Select(column => FormattableString.Invariant($"$p{column}")).ToList();
#pragma warning disable CA2100 // Names of tables and parameters, nobody's input.
        command.CommandText = $"INSERT INTO {table} VALUES ({string.Join(", ", names)})";
#pragma warning restore CA2100
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        foreach (var row in rows)
        {
            for (var column = 0; column < columns; column++)
            {
                command.Parameters[column].Value = row[column];
            }

            await command.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private static async Task CopyAsync(NpgsqlConnection connection, string table, IEnumerable<object[]> rows)
    {
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {table} FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await writer.WriteRowAsync(CancellationToken.None, row);
        }

        await writer.CompleteAsync();
    }
}
