using System.Data;
using AssistPortal.Data.Database;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace AssistPortal.UnitTests.Data.Database;

public sealed class KeptSqliteConnectionTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"assistportal-{Guid.NewGuid():n}.db");
    private readonly KeptSqliteConnection connection;

    public KeptSqliteConnectionTests()
    {
        connection = new KeptSqliteConnection($"Data Source={file};Foreign Keys=True");
        connection.Open();
        Run("CREATE TABLE Things (Id INTEGER PRIMARY KEY, Name TEXT NOT NULL)");
    }

    public void Dispose()
    {
        connection.Dispose();
        SqliteConnection.ClearPool(connection);
        File.Delete(file);
    }

    [Fact]
    public void A_connection_that_is_closed_rests_and_goes_on_when_it_is_opened()
    {
        Run("INSERT INTO Things (Name) VALUES ($name)", "first");
        var handle = connection.Handle;
        connection.Close();
        Assert.Equal(ConnectionState.Closed, connection.State);
        Assert.Throws<InvalidOperationException>(() => Run("SELECT 1"));

        connection.Open();
        Run("INSERT INTO Things (Name) VALUES ($name)", "second");

        Assert.Same(handle, connection.Handle);
        Assert.Equal(["first", "second"], Names());
        Assert.Equal(1L, Run("PRAGMA foreign_keys"));
    }

    [Fact]
    public void What_was_not_committed_is_not_there_after_closing()
    {
        for (var turn = 0; turn < 2; turn++)
        {
            _ = connection.BeginTransaction();
            Run("INSERT INTO Things (Name) VALUES ($name)", "lost");
            connection.Close();
            connection.Open();
            using var transaction = connection.BeginTransaction();
            Run("INSERT INTO Things (Name) VALUES ($name)", $"kept {turn}");
            transaction.Commit();
        }

        Assert.Equal(["kept 0", "kept 1"], Names());
    }

    [Fact]
    public void A_transaction_that_nobody_has_ended_is_not_gone_on_with_by_the_next()
    {
        Run("BEGIN");
        Run("INSERT INTO Things (Name) VALUES ($name)", "lost");
        connection.Close();
        connection.Open();
        Assert.Empty(Names());
        Run("INSERT INTO Things (Name) VALUES ($name)", "kept");
        using var other = new KeptSqliteConnection(connection.ConnectionString);
        other.Open();
        using var count = other.CreateCommand();
        count.CommandText = "SELECT COUNT(*) FROM Things";
        Assert.Equal(1L, count.ExecuteScalar());
    }

    [Fact]
    public void A_statement_that_failed_or_is_being_read_can_be_run_again()
    {
        Run("INSERT INTO Things (Id, Name) VALUES (1, $name)", "one");
        for (var turn = 0; turn < 2; turn++)
        {
            var taken = Assert.Throws<SqliteException>(
                () => Run("INSERT INTO Things (Id, Name) VALUES (1, $name)", "another"));
            Assert.Equal(SQLitePCL.raw.SQLITE_CONSTRAINT, taken.SqliteErrorCode);
        }

        Run("INSERT INTO Things (Id, Name) VALUES (2, $name)", "two");
        using var outer = Reader("SELECT Name FROM Things ORDER BY Id");
        Assert.True(outer.Read());
        Assert.Equal(["one", "two"], Names());
        Assert.True(outer.Read());
        Assert.Equal("two", outer.GetString(0));
    }

    [Fact]
    public void A_table_that_has_changed_is_read_as_it_is_and_a_PRAGMA_is_heeded_each_time()
    {
        Run("INSERT INTO Things (Name) VALUES ($name)", "one");
        Assert.Equal(["one"], Names());
        Run("ALTER TABLE Things RENAME COLUMN Name TO Former");
        Run("ALTER TABLE Things ADD COLUMN Name TEXT NOT NULL DEFAULT 'new'");
        Assert.Equal(["new"], Names());
        foreach (var isOn in new[] { 1L, 0L, 1L, 0L })
        {
            Run(isOn == 1 ? "PRAGMA query_only = 1" : "PRAGMA query_only = 0");
            Assert.Equal(isOn, Run("PRAGMA query_only"));
        }
    }

    [Fact]
    public void More_statements_than_are_kept_are_run_all_the_same_and_close_none_that_is_being_read()
    {
        Run("INSERT INTO Things (Name) VALUES ($name)", "one");
        Run("INSERT INTO Things (Name) VALUES ($name)", "two");
        using var outer = Reader("SELECT Name FROM Things ORDER BY Id");
        Assert.True(outer.Read());
        for (var number = 0; number <= 2 * KeptSqliteConnection.MostStatements; number++)
        {
            Assert.Equal((long)number, Run($"SELECT {number}"));
        }

        Assert.True(outer.Read());
        Assert.Equal("two", outer.GetString(0));
    }

    [Fact]
    public void A_file_that_is_gone_is_noticed()
    {
        Run("INSERT INTO Things (Name) VALUES ($name)", "gone");
        connection.Close();
        File.Delete(file);

        connection.Open();

        Assert.Equal(0L, Run("SELECT COUNT(*) FROM sqlite_master"));
    }

    [Fact]
    public async Task A_context_is_given_one_and_whoever_looks_for_the_database_makes_none()
    {
        var missing = $"{file}.missing";
        await using var db = new DbContext(new DbContextOptionsBuilder()
            .UsePortalDatabase(new DatabaseOptions(), $"Data Source={missing}").Options);

        Assert.IsType<KeptSqliteConnection>(db.Database.GetDbConnection());
        Assert.False(await db.Database.CanConnectAsync());
        Assert.False(File.Exists(missing));
    }

    [Fact]
    public void The_model_has_nothing_for_which_SQLite_needs_functions_of_EF_Core()
    {
        using var db = MigrationTests.NewContext(DatabaseProvider.Sqlite);
        Type[] computed = [typeof(decimal), typeof(ulong), typeof(TimeSpan)];
        Assert.Empty(
            from type in db.Model.GetEntityTypes()
            from property in type.GetFlattenedProperties()
            let mapping = property.GetTypeMapping()
            let stored = mapping.Converter?.ProviderClrType ?? mapping.ClrType
            where computed.Contains(Nullable.GetUnderlyingType(stored) ?? stored)
            select $"{type.DisplayName()}.{property.Name}");
    }

    private List<string> Names()
    {
        using var reader = Reader("SELECT Name FROM Things ORDER BY Id");
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    // To end a command ends its reader.
    private SqliteDataReader Reader(string text) => Command(text).ExecuteReader();

    private object? Run(string text, string? name = null)
    {
        using var command = Command(text);
        if (name is not null)
        {
            command.Parameters.AddWithValue("$name", name);
        }

        return command.ExecuteScalar();
    }

    private SqliteCommand Command(string text)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Words of this class.
        command.CommandText = text;
#pragma warning restore CA2100
        return command;
    }
}
