namespace AssistPortal.Data;

/// <summary>
/// A secret that a setting names by its file. It is read anew each time: a mounted secret is replaced by moving a link,
/// which not every watch notices.
/// </summary>
public static class SecretFile
{
    /// <summary>In octets.</summary>
    public const int Longest = 8 * 1024;

    /// <summary>
    /// What stands in the file, without the spaces around it; null where that is longer than any secret.
    /// </summary>
    /// <exception cref="IOException">The file is not there or can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static async Task<string?> ReadAsync(string path, CancellationToken cancellationToken) =>
        new FileInfo(path).Length <= Longest ? (await File.ReadAllTextAsync(path, cancellationToken)).Trim() : null;
}
