using Microsoft.Data.Sqlite;

namespace AssistPortal.Data.Database;

/// <summary>A statement that stays compiled after it has run.</summary>
internal sealed class KeptSqliteCommand(string text, SqliteConnection connection) : SqliteCommand(text, connection)
{
    /// <summary>Whether a reader is not through with it.</summary>
    public bool IsRunning => DataReader is not null;
}
