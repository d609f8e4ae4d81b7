using System.Data.Common;
using AssistPortal.TestSupport.Portal;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AssistPortal.IntegrationTests.Errors;

/// <summary>Has SQLite itself refuse what the portal asks of it, on each of its connections.</summary>
internal sealed class TroubledDatabase : DbConnectionInterceptor, IDisposable
{
    private const string Calm = "PRAGMA query_only = 0; PRAGMA max_page_count = 1073741823";

    // Takes the pages that are free.
    private const string Filling =
        "CREATE TABLE Filling (Octets BLOB); INSERT INTO Filling VALUES (zeroblob(100000))";

    private string words = Calm;
    private bool isAway;
    private SqliteConnection? other;

    /// <summary>Begins: read-only, full, locked, or away.</summary>
    public void Begin(string trouble, PortalFolder folder)
    {
        isAway = trouble == "away";
        words = trouble switch
        {
            "read-only" => "PRAGMA query_only = 1",

            // No less than it has now.
            "full" => "PRAGMA max_page_count = 1",
            _ => Calm,
        };
        if (trouble is "locked" or "full")
        {
            other = new SqliteConnection($"{folder.ConnectionString};Pooling=False");
            other.Open();
            Execute(other, trouble == "locked" ? "BEGIN IMMEDIATE" : Filling);
        }
    }

    public void End()
    {
        (isAway, words) = (false, Calm);
        Dispose();
    }

    public override InterceptionResult ConnectionOpening(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        isAway ? throw new SqliteException("SQLite Error 14: 'unable to open database file'.", 14) : result;

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result,
        CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ConnectionOpening(connection, eventData, result));

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) =>
        Execute(connection, words);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Execute(connection, words);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        other?.Dispose();
        other = null;
    }

    private static void Execute(DbConnection connection, string statements)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Words of this class.
        command.CommandText = statements;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
