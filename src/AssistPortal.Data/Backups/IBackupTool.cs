namespace AssistPortal.Data.Backups;

/// <summary>How one kind of database is backed up.</summary>
internal interface IBackupTool
{
    /// <summary>What the names of its files end with.</summary>
    string Extension { get; }

    /// <summary>Writes all of one moment into an empty file, while the portal may run.</summary>
    /// <exception cref="BackupException">It can't be.</exception>
    Task WriteAsync(string file, CancellationToken cancellationToken);

    /// <summary>Reads a whole backup.</summary>
    /// <returns>The migrations by which its database was made.</returns>
    /// <exception cref="BackupException">It is none of this kind, not whole, or not the portal's.</exception>
    Task<IReadOnlyList<string>> ReadAsync(string file, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a backup that was read before in the place of all that the database has, or changes nothing.
    /// </summary>
    /// <exception cref="BackupException">It can't be.</exception>
    Task RestoreAsync(string file, CancellationToken cancellationToken);
}
