using Microsoft.Data.Sqlite;
using NodaTime;

namespace AssistPortal.TestSupport.Portal;

/// <summary>
/// A database with schema, catalogue and demo data, made once per test run and copied for each portal.
/// </summary>
internal static class TemplateDatabase
{
    /// <summary>The time of the usual clock, from which the demo data is counted.</summary>
    public static readonly Instant Now = TestClock.AtStartOfDecember2026().GetCurrentInstant();

    private static readonly Lazy<string> Made = new(Make);

    public static void CopyTo(string file) => File.Copy(Made.Value, file);

    private static string Make()
    {
        var file = Path.Combine(Path.GetTempPath(), $"assistportal-template-{Guid.NewGuid():n}.db");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => File.Delete(file);
        using var folder = new PortalFolder();
        using (var portal = PortalFactory.WithoutTemplate(new PortalSetup { Folder = folder }))
        {
            _ = portal.Services;
        }

        using var connection = new SqliteConnection(folder.ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $file";
        command.Parameters.AddWithValue("$file", file);
        command.ExecuteNonQuery();
        UseWriteAheadLog(file);
        return file;
    }

    private static void UseWriteAheadLog(string file)
    {
        var address = new SqliteConnectionStringBuilder { DataSource = file, Pooling = false };
        using var connection = new SqliteConnection(address.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        command.ExecuteNonQuery();
    }
}
