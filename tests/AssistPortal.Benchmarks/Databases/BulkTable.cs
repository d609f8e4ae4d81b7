using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace AssistPortal.Benchmarks.Databases;

/// <summary>
/// Rows of one table by the hundred thousand: by COPY on PostgreSQL, by one statement kept ready on SQLite.
/// </summary>
internal sealed class BulkTable : IAsyncDisposable
{
    private readonly NpgsqlBinaryImporter? copy;
    private readonly SqliteTransaction? transaction;
    private readonly SqliteCommand? insert;

    private BulkTable(NpgsqlBinaryImporter copy) => this.copy = copy;

    private BulkTable(SqliteTransaction transaction, SqliteCommand insert) =>
        (this.transaction, this.insert) = (transaction, insert);

    /// <param name="connection">An open connection to PostgreSQL or SQLite.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns, in the order in which rows bring their values.</param>
    /// <param name="cancellationToken">Nothing is written then.</param>
    /// <exception cref="UsageException">It is another database.</exception>
    public static async Task<BulkTable> OpenAsync(
        DbConnection connection, string table, string[] columns, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", columns.Select(column => $"\"{column}\""));
        switch (connection)
        {
            case NpgsqlConnection server:
                var importer = await server.BeginBinaryImportAsync(
                    $"COPY \"{table}\" ({names}) FROM STDIN (FORMAT BINARY)", cancellationToken);

                // At the end the database has its indexes to write.
                importer.Timeout = TimeSpan.FromMinutes(30);
                return new BulkTable(importer);
            case SqliteConnection file:
                var begun = file.BeginTransaction();
                var command = file.CreateCommand();
                command.Transaction = begun;
                var places = columns.Select(column => $"${column}").ToList();
#pragma warning disable CA2100 // Table and columns are constants of this program.
                command.CommandText = $"INSERT INTO \"{table}\" ({names}) VALUES ({string.Join(", ", places)})";
#pragma warning restore CA2100
                command.Parameters.AddRange(places.Select(place => new SqliteParameter { ParameterName = place }));
                return new BulkTable(begun, command);
            default:
                throw new UsageException("Rows are written in bulk to PostgreSQL and SQLite only.");
        }
    }

    public async Task AddAsync(object?[] values, CancellationToken cancellationToken)
    {
        if (copy is null)
        {
            for (var at = 0; at < values.Length; at++)
            {
                insert!.Parameters[at].Value = values[at] ?? DBNull.Value;
            }

            await insert!.ExecuteNonQueryAsync(cancellationToken);
            return;
        }

        await copy.StartRowAsync(cancellationToken);
        foreach (var value in values)
        {
            if (value is null)
            {
                await copy.WriteNullAsync(cancellationToken);
            }
            else if (value is DateTime moment)
            {
                await copy.WriteAsync(moment, NpgsqlDbType.TimestampTz, cancellationToken);
            }
            else
            {
                await copy.WriteAsync(value, cancellationToken);
            }
        }
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (copy is null)
        {
            await transaction!.CommitAsync(cancellationToken);
        }
        else
        {
            await copy.CompleteAsync(cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (copy is null)
        {
            await insert!.DisposeAsync();
            await transaction!.DisposeAsync();
        }
        else
        {
            await copy.DisposeAsync();
        }
    }
}
