using System.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace AssistPortal.Data.Database;

/// <summary>
/// A connection that rests when it is closed, and keeps its statements compiled. To open and close one of the ADO.NET
/// provider's costs as much as a small query, and to compile a statement more than to run it.
/// </summary>
internal sealed class KeptSqliteConnection : SqliteConnection
{
    /// <summary>Beyond this, all statements that nobody is reading are compiled anew.</summary>
    internal const int MostStatements = 200;

    private readonly Dictionary<string, KeptSqliteCommand> statements = new(StringComparer.Ordinal);
    private string file = "";
    private bool isOpen;

    /// <param name="connectionString">Of the provider.</param>
    public KeptSqliteConnection(string connectionString)
        : base(connectionString)
    {
    }

    /// <summary>Closed while it rests.</summary>
    public override ConnectionState State => isOpen ? base.State : ConnectionState.Closed;

    public override void Open()
    {
        if (isOpen)
        {
            return;
        }

        // The provider opens by commands of its own, which ask for the state.
        isOpen = true;
        try
        {
            if (base.State == ConnectionState.Open && !File.Exists(file))
            {
                ClearPool(this);
                CloseForGood();
                isOpen = true;
            }

            if (base.State == ConnectionState.Closed)
            {
                base.Open();
                file = DataSource;
            }
        }
        catch
        {
            isOpen = false;
            throw;
        }
    }

    public override void Close()
    {
        if (!isOpen)
        {
            return;
        }

        try
        {
            Transaction?.Dispose();
        }
        finally
        {
            // Whoever uses it next must not find themselves in a transaction of others.
            var isAtRest = raw.sqlite3_get_autocommit(Handle) != 0
                || raw.sqlite3_exec(Handle, "ROLLBACK") == raw.SQLITE_OK;
            if (!isAtRest || statements.Values.Any(statement => statement.IsRunning))
            {
                CloseForGood();
            }

            isOpen = false;
        }
    }

    public override SqliteCommand CreateCommand() => new SqliteCommandByText
    {
        Connection = this,
        CommandTimeout = DefaultTimeout,
        Transaction = Transaction,
    };

    /// <summary>The compiled statement of that text; null where another reader uses it.</summary>
    internal KeptSqliteCommand? Find(string text)
    {
        if (statements.TryGetValue(text, out var known))
        {
            return known.IsRunning ? null : known;
        }

        if (statements.Count >= MostStatements)
        {
            // Of a query in parts, the first is being read while the others are asked.
            Forget(statement => !statement.IsRunning);
        }

        return statements[text] = new KeptSqliteCommand(text, this);
    }

    /// <summary>Compiles it anew when it is asked for next.</summary>
    internal void Forget(KeptSqliteCommand statement)
    {
        statements.Remove(statement.CommandText);
        statement.Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            CloseForGood();
        }

        base.Dispose(disposing);
    }

    private void CloseForGood()
    {
        isOpen = true;
        Forget(_ => true);
        base.Close();
        isOpen = false;
    }

    private void Forget(Predicate<KeptSqliteCommand> isToGo)
    {
        foreach (var statement in statements.Values.Where(statement => isToGo(statement)).ToList())
        {
            Forget(statement);
        }
    }
}
