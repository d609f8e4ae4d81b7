using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AssistPortal.Data.Backups;

/// <summary>
/// SQLite's online backup: a copy of one moment, beside whoever reads and writes. A restore is one transaction of the
/// same kind, so a portal that still runs sees either all of it or nothing.
/// </summary>
internal sealed class SqliteBackup(string connectionString) : IBackupTool
{
    private const string Whole = "ok";

    public string Extension => "db";

    public async Task WriteAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var source = await OpenAsync(Database, cancellationToken);
            await using var target = await OpenAsync(FileOf(file, SqliteOpenMode.ReadWrite), cancellationToken);
            source.BackupDatabase(target);

            // One file, without a log beside it; the portal's next start gives it one again.
            await ReadAsync(target, "PRAGMA journal_mode = DELETE", cancellationToken);
        }
        catch (SqliteException fault)
        {
            throw new BackupException($"The database can't be backed up: {fault.Message}", fault);
        }
    }

    public async Task<IReadOnlyList<string>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        await BackupFile.EnsureSqliteAsync(file, cancellationToken);
        try
        {
            await using var backup = await OpenAsync(FileOf(file, SqliteOpenMode.ReadOnly), cancellationToken);
            if (await ReadAsync(backup, "PRAGMA integrity_check(1)", cancellationToken) is not [Whole])
            {
                throw Broken(file, cause: null);
            }

            var tables = await ReadAsync(
                backup, "SELECT name FROM sqlite_master WHERE type = 'table'", cancellationToken);
            return tables.Contains(HistoryRepository.DefaultTableName) && tables.Contains("Orders")
                ? await ReadAsync(
                    backup, $"SELECT MigrationId FROM {HistoryRepository.DefaultTableName}", cancellationToken)
                : throw new BackupException($"{file} is a database of something else than the portal.");
        }
        catch (SqliteException fault)
        {
            throw Broken(file, fault);
        }
    }

    public async Task RestoreAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var backup = await OpenAsync(FileOf(file, SqliteOpenMode.ReadOnly), cancellationToken);
            await using var target = await OpenAsync(Database, cancellationToken);
            backup.BackupDatabase(target);
        }
        catch (SqliteException fault)
        {
            throw new BackupException($"The database can't be restored: {fault.Message}", fault);
        }
    }

    private SqliteConnectionStringBuilder Database => new(connectionString)
    {
        Pooling = false,
        Mode = SqliteOpenMode.ReadWriteCreate,
    };

    private static SqliteConnectionStringBuilder FileOf(string file, SqliteOpenMode mode) =>
        new() { DataSource = file, Mode = mode, Pooling = false };

    private static BackupException Broken(string file, Exception? cause) =>
        new($"{file} is broken or not whole: SQLite can't read all of it.", cause);

    private static async Task<SqliteConnection> OpenAsync(
        SqliteConnectionStringBuilder where, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(where.ToString());
        await connection.OpenAsync(cancellationToken);
        return connection;
    }

    private static async Task<List<string>> ReadAsync(
        SqliteConnection connection, string query, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Words of this class.
        command.CommandText = query;
#pragma warning restore CA2100
        List<string> rows = [];
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
