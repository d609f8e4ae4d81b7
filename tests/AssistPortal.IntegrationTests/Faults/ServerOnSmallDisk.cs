using System.Diagnostics;
using AssistPortal.Data.Database;
using AssistPortal.TestSupport.Databases;
using AssistPortal.TestSupport.Portal;
using AssistPortal.TestSupport.Servers;
using Npgsql;

namespace AssistPortal.IntegrationTests.Faults;

/// <summary>
/// A database of the tests' PostgreSQL, with the demo data, in a tablespace that lies on a small disk of its own. The
/// server has to run here: the disk is mounted in the folder of its socket.
/// </summary>
internal sealed class ServerOnSmallDisk : IDisposable
{
    private const int Mebibytes = 24;

    private readonly string name = $"assistportal_{Guid.NewGuid():n}";

    public ServerOnSmallDisk()
    {
        var socket = Socket!;
        Disk = new SmallDisk(Path.Combine(socket, name), Mebibytes);
        using var own = Process.Start("chown", [$"--reference={socket}", Disk.Folder]);
        own.WaitForExit();
        Execute($"CREATE TABLESPACE {name} LOCATION '{Disk.Folder}'");
        Database = DemoDatabase.Create(DatabaseProvider.PostgreSql);
        var database = new NpgsqlConnectionStringBuilder(Database.ConnectionString).Database;
        Execute($"ALTER DATABASE \"{database}\" SET TABLESPACE {name}");
    }

    /// <summary>Why there can't be any here; null where there can.</summary>
    public static string? Missing =>
        SmallDisk.Missing ?? (Socket is null ? "The PostgreSQL of the tests runs elsewhere." : null);

    public SmallDisk Disk { get; }

    public TestDatabase Database { get; }

    public void Dispose()
    {
        Disk.Free();
        Database.Dispose();
        Execute($"DROP TABLESPACE {name}");
        Disk.Dispose();
    }

    private static string? Socket =>
        new NpgsqlConnectionStringBuilder(TestDatabase.Server(DatabaseProvider.PostgreSql)).Host is { } host
        && Directory.Exists(host)
            ? host
            : null;

    private static void Execute(string statement)
    {
        using var server = new NpgsqlConnection(TestDatabase.Server(DatabaseProvider.PostgreSql));
        server.Open();
#pragma warning disable CA2100 // The only variable parts are names of our own making.
        using var command = new NpgsqlCommand(statement, server);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}

/// <summary>A fact that is skipped where there can't be any <see cref="ServerOnSmallDisk"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ServerDiskFactAttribute : FactAttribute
{
    public ServerDiskFactAttribute() => Skip = ServerOnSmallDisk.Missing;
}
