using System.Globalization;
using AssistPortal.Data.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.Data.Backups;

/// <summary>
/// Backs the portal's database up into one file, and restores it: SQLite by its own online backup, PostgreSQL by its
/// client programs. SQL Server has its own tools.
/// </summary>
public sealed class DatabaseBackups
{
    // A file holds everything, the keys of sessions too.
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly PortalDbContext db;
    private readonly IClock clock;

    internal DatabaseBackups(PortalDbContext db, [FromKeyedServices(Clocks.Real)] IClock clock) =>
        (this.db, this.clock) = (db, clock);

    /// <summary>Writes a backup, while the portal may run.</summary>
    /// <param name="path">A file that is not there yet, or a folder in which one is named by the time.</param>
    /// <param name="mayReplace">Whether a file that is there is replaced.</param>
    /// <param name="cancellationToken">Leaves no file.</param>
    /// <returns>The file's full path. It is whole, or not there.</returns>
    /// <exception cref="BackupException">It can't be.</exception>
    public async Task<string> BackUpAsync(string path, bool mayReplace, CancellationToken cancellationToken)
    {
        var tool = ToolOf();
        if (!await Creator.ExistsAsync(cancellationToken) || !await Creator.HasTablesAsync(cancellationToken))
        {
            throw new BackupException("There is nothing to back up: the database is not there, or it is empty.");
        }

        var file = Path.GetFullPath(Directory.Exists(path) ? Path.Combine(path, NameOf(tool)) : path);
        if (File.Exists(file) && !mayReplace)
        {
            throw new BackupException($"{file} is there already; --replace puts the backup in its place.");
        }

        var part = $"{file}.part";
        try
        {
            Make(part);
            await tool.WriteAsync(part, cancellationToken);
            await tool.ReadAsync(part, cancellationToken);
            File.Move(part, file, overwrite: true);
            return file;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"{file} can't be written: {fault.Message}", fault);
        }
        finally
        {
            if (File.Exists(part))
            {
                File.Delete(part);
            }
        }
    }

    /// <summary>Puts a backup in the place of what the database has: all of it, or nothing changes.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="mayReplace">Whether the database may have tables; what they hold is lost.</param>
    /// <param name="cancellationToken">Nothing is changed then.</param>
    /// <exception cref="BackupException">It can't be.</exception>
    public async Task RestoreAsync(string file, bool mayReplace, CancellationToken cancellationToken)
    {
        var tool = ToolOf();
        if (!File.Exists(file))
        {
            throw new BackupException($"{file} is not there.");
        }

        var migrations = await tool.ReadAsync(file, cancellationToken);
        if (migrations.Except(db.Database.GetMigrations(), StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new BackupException(
                $"{file} was made by another version of the portal ({unknown}), to which nothing leads from this one.");
        }

        if (!await Creator.ExistsAsync(cancellationToken))
        {
            await Creator.CreateAsync(cancellationToken);
        }
        else if (!mayReplace && await Creator.HasTablesAsync(cancellationToken))
        {
            throw new BackupException(
                "The database that the settings name has data, which would be lost; --replace puts the backup in its "
                + "place.");
        }

        await tool.RestoreAsync(file, cancellationToken);
    }

    private IRelationalDatabaseCreator Creator => db.Database.GetService<IRelationalDatabaseCreator>();

    private IBackupTool ToolOf()
    {
        var connection = db.Database.GetConnectionString()!;
        return db.Database.IsSqlite() ? new SqliteBackup(connection)
            : db.Database.IsNpgsql() ? new PostgreSqlBackup(connection)
            : throw new BackupException(
                "SQL Server is backed up and restored by its own tools (BACKUP DATABASE, RESTORE DATABASE): see "
                + "docs/operations.md.");
    }

    private string NameOf(IBackupTool tool) => string.Create(
        CultureInfo.InvariantCulture,
        $"portal-{clock.GetCurrentInstant().ToDateTimeUtc():yyyyMMdd'T'HHmmss'Z'}.{tool.Extension}");

    private static void Make(string file)
    {
        File.Delete(file);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Private;
        }

        new FileStream(file, options).Dispose();
    }
}
