using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.Data.Checking;

/// <summary>
/// All modules' checks, of one moment where the database can read so: then the portal may run. On SQL Server nobody may
/// order meanwhile.
/// </summary>
public sealed class DatabaseChecker(PortalDbContext db, IEnumerable<IDatabaseCheck> checks)
{
    /// <summary>Reads everything, and tells what is wrong.</summary>
    public Task<CheckReport> CheckAsync(CheckScope scope, CancellationToken cancellationToken) =>
        db.Database.CreateExecutionStrategy().ExecuteAsync(
            async cancellationToken =>
            {
                db.ChangeTracker.Clear();
                await db.Database.OpenConnectionAsync(cancellationToken);
                try
                {
                    await using var moment = await BeginMomentAsync(cancellationToken);
                    await using var used = await db.Database.UseTransactionAsync(moment, cancellationToken);
                    var report = new CheckReport();
                    foreach (var check in checks)
                    {
                        await check.CheckAsync(report, scope, cancellationToken);
                    }

                    return report;
                }
                finally
                {
                    await db.Database.CloseConnectionAsync();
                }
            },
            cancellationToken);

    /// <summary>EF Core's own transactions on SQLite would keep everybody else from writing.</summary>
    private async Task<DbTransaction> BeginMomentAsync(CancellationToken cancellationToken) =>
        db.Database.GetDbConnection() switch
        {
            SqliteConnection sqlite => sqlite.BeginTransaction(deferred: true),
            SqlConnection server => server.BeginTransaction(IsolationLevel.ReadCommitted),
            var server => await server.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken),
        };
}
