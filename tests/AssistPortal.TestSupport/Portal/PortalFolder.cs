using Microsoft.Data.Sqlite;

namespace AssistPortal.TestSupport.Portal;

/// <summary>A portal's data folder, with its SQLite file and its mails. It goes when disposed.</summary>
public sealed class PortalFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("assistportal-").FullName;

    public string Database => System.IO.Path.Combine(Path, "portal.db");

    public string Mails => System.IO.Path.Combine(Path, "mail");

    public string ConnectionString => new SqliteConnectionStringBuilder { DataSource = Database }.ToString();

    public void Dispose()
    {
        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
