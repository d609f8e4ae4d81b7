using System.Data;
using Microsoft.Data.Sqlite;

namespace AssistPortal.Data.Database;

/// <summary>Runs the statement that its connection keeps for its text, with its own parameters.</summary>
internal sealed class SqliteCommandByText : SqliteCommand
{
    // Others are rare, and a PRAGMA does its work when it is compiled.
    private static readonly string[] Kept =
        ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE"];

    public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
    {
        if (Connection is not KeptSqliteConnection { State: ConnectionState.Open } connection
            || !Array.Exists(Kept, word => CommandText.StartsWith(word, StringComparison.Ordinal))
            || connection.Find(CommandText) is not { } statement)
        {
            return base.ExecuteReader(behavior);
        }

        statement.Parameters.Clear();
        foreach (SqliteParameter parameter in Parameters)
        {
            statement.Parameters.Add(parameter);
        }

        statement.Transaction = Transaction;
        statement.CommandTimeout = CommandTimeout;
        try
        {
            return statement.ExecuteReader(behavior);
        }
        catch
        {
            connection.Forget(statement);
            throw;
        }
    }

    public override SqliteDataReader ExecuteReader() => ExecuteReader(CommandBehavior.Default);
}
