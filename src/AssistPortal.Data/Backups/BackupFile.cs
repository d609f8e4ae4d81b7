namespace AssistPortal.Data.Backups;

/// <summary>Tells by its first octets what a file is.</summary>
internal static class BackupFile
{
    private const int Octets = 16;

    private static readonly byte[] Sqlite = "SQLite format 3\0"u8.ToArray();
    private static readonly byte[] PostgreSql = "PGDMP"u8.ToArray();

    /// <exception cref="BackupException">It is not a backup of SQLite.</exception>
    public static Task EnsureSqliteAsync(string file, CancellationToken cancellationToken) =>
        EnsureAsync(file, Sqlite, "SQLite", cancellationToken);

    /// <exception cref="BackupException">It is not a backup of PostgreSQL.</exception>
    public static Task EnsurePostgreSqlAsync(string file, CancellationToken cancellationToken) =>
        EnsureAsync(file, PostgreSql, "PostgreSQL", cancellationToken);

    private static async Task EnsureAsync(
        string file, byte[] expected, string database, CancellationToken cancellationToken)
    {
        var head = await HeadAsync(file, cancellationToken);
        if (!head.AsSpan().StartsWith(expected))
        {
            var words = head.AsSpan().StartsWith(Sqlite) ? "a backup of SQLite"
                : head.AsSpan().StartsWith(PostgreSql) ? "a backup of PostgreSQL"
                : "no backup of the portal";
            throw new BackupException($"{file} is {words}, and the settings name {database}.");
        }
    }

    private static async Task<byte[]> HeadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            var head = new byte[Octets];
            return head[..await stream.ReadAtLeastAsync(head, Octets, throwOnEndOfStream: false, cancellationToken)];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BackupException($"{file} can't be read: {fault.Message}", fault);
        }
    }
}
