using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace AssistPortal.Data.Revisions;

/// <summary>
/// The stamps of all topics, read once per request, and by the same statement what else has changed, where that is
/// asked for. On SQLite the connection stays open from then on until the request ends: to open and close it takes as
/// long as many a statement. A server's connections are for others meanwhile.
/// </summary>
public sealed class RevisionStamps : IDisposable
{
    private const int StampColumns = 2;

    // Most requests want no more: translated once.
    private static readonly CompiledQuery<Func<PortalDbContext, IAsyncEnumerable<Stamp>>> All = new(() =>
        EF.CompileAsyncQuery((PortalDbContext db) =>
            db.Set<Revision>().Select(revision => new Stamp(revision.Topic, revision.Stamp))));

    private readonly PortalDbContext db;
    private readonly ChangeLog? log;
    private Dictionary<string, Guid>? stamps;
    private bool isLogWanted;
    private bool holdsConnection;

    internal RevisionStamps(PortalDbContext db, IEnumerable<ChangeLog>? logs = null) =>
        (this.db, log) = (db, logs?.SingleOrDefault());

    /// <summary>What was read of the log; null while nothing was, as in a transaction.</summary>
    public ChangeReading? Reading { get; private set; }

    /// <summary>Says that this request will ask for what has changed, so that it is read with the stamps.</summary>
    public void WantLog() => isLogWanted = true;

    /// <summary>
    /// Reads, unless that was done before. In a transaction it reads the stamps alone: what that has written itself is
    /// nothing for others to see.
    /// </summary>
    public async ValueTask ReadAsync(CancellationToken cancellationToken)
    {
        var readsLog = isLogWanted && log is not null && db.Database.CurrentTransaction is null;
        if (stamps is null || (readsLog && Reading is null))
        {
            if (!holdsConnection && db.Database.IsSqlite())
            {
                await db.Database.OpenConnectionAsync(cancellationToken);
                holdsConnection = true;
            }

            (stamps, Reading) = readsLog
                ? await db.Database.CreateExecutionStrategy().ExecuteAsync(
                    cancellationToken => ReadAsync(log!, cancellationToken), cancellationToken)
                : (await All.On(db)(db).ToDictionaryAsync(
                    stamp => stamp.Topic, stamp => stamp.Value, StringComparer.Ordinal, cancellationToken), null);
        }
    }

    /// <summary>What was read is read again when it is asked for next: this request has changed something.</summary>
    public void Forget() => (stamps, Reading) = (null, null);

    /// <summary>The request has ended.</summary>
    public void Dispose()
    {
        if (holdsConnection)
        {
            holdsConnection = false;
            db.Database.CloseConnection();
        }
    }

    internal async ValueTask<Guid> OfAsync(string topic, CancellationToken cancellationToken)
    {
        if (stamps is null)
        {
            await ReadAsync(cancellationToken);
        }

        return stamps![topic];
    }

    private async Task<(Dictionary<string, Guid> Stamps, ChangeReading? Reading)> ReadAsync(
        ChangeLog log, CancellationToken cancellationToken)
    {
        var read = new Dictionary<string, Guid>(StringComparer.Ordinal);
        var reading = log.Begin();
        var command = db.GetService<IRawSqlCommandBuilder>().Build(TextOf(log), [reading.Since], db.Model);
        await using (var rows = await command.RelationalCommand.ExecuteReaderAsync(
            new RelationalCommandParameterObject(
                db.GetService<IRelationalConnection>(),
                command.ParameterValues,
                readerColumns: null,
                db,
                db.GetService<IRelationalCommandDiagnosticsLogger>(),
                CommandSource.FromSqlQuery),
            cancellationToken))
        {
            while (await rows.ReadAsync(cancellationToken))
            {
                if (!rows.DbDataReader.IsDBNull(0))
                {
                    read.Add(rows.DbDataReader.GetString(0), rows.DbDataReader.GetGuid(1));
                }
                else
                {
                    reading.Add(rows.DbDataReader, StampColumns);
                }
            }
        }

        reading.End();
        return (read, reading);
    }

    private static string TextOf(ChangeLog log) =>
        $"SELECT \"Topic\", \"Stamp\"{string.Concat(log.Columns.Select(_ => ", NULL"))} FROM \"Revisions\" "
            + $"UNION ALL SELECT NULL, NULL, {string.Join(", ", log.Columns)} {log.Source}";

    private sealed record Stamp(string Topic, Guid Value);
}
