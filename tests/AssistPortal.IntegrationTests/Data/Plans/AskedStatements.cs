using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace AssistPortal.IntegrationTests.Data.Plans;

/// <summary>Each text that the database was asked, with the values of the first time.</summary>
internal sealed class AskedStatements : DbCommandInterceptor
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<DbParameter>> asked = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, IReadOnlyList<DbParameter>> All => asked;

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        Note(command);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result,
        CancellationToken cancellationToken = default)
    {
        Note(command);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    private void Note(DbCommand command) => asked.TryAdd(
        command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(Copy)]);

    private static DbParameter Copy(DbParameter parameter) => parameter is NpgsqlParameter server
        ? server.Clone()
        : new SqliteParameter(parameter.ParameterName, parameter.Value);
}
