using Microsoft.EntityFrameworkCore.Migrations;

namespace AssistPortal.Data.Backups;

/// <summary>
/// The client programs of PostgreSQL, which have to be on the path: pg_dump writes a file of one moment beside whoever
/// reads and writes; pg_restore and psql put it back in one transaction.
/// </summary>
internal sealed class PostgreSqlBackup(string connectionString) : IBackupTool
{
    // All that the portal keeps is tables and their triggers' functions; an extension may belong to somebody else.
    private const string DropAll = """
        DO $do$ DECLARE item record; BEGIN
        FOR item IN SELECT schemaname, tablename FROM pg_tables WHERE schemaname = ANY (current_schemas(false)) LOOP
        EXECUTE format('DROP TABLE %I.%I CASCADE', item.schemaname, item.tablename);
        END LOOP;
        FOR item IN SELECT routine.oid::regprocedure AS name FROM pg_proc routine
        WHERE routine.pronamespace IN (SELECT oid FROM pg_namespace WHERE nspname = ANY (current_schemas(false)))
        AND NOT EXISTS (SELECT 1 FROM pg_depend part WHERE part.objid = routine.oid AND part.deptype = 'e') LOOP
        EXECUTE format('DROP ROUTINE %s CASCADE', item.name);
        END LOOP; END $do$;

        """;

    private readonly PostgreSqlPrograms programs = new(connectionString);

    public string Extension => "dump";

    public async Task WriteAsync(string file, CancellationToken cancellationToken)
    {
        using var dump = programs.Start("pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--file", file);
        await dump.EndAsync("The database can't be backed up", cancellationToken);
    }

    public async Task<IReadOnlyList<string>> ReadAsync(string file, CancellationToken cancellationToken)
    {
        await BackupFile.EnsurePostgreSqlAsync(file, cancellationToken);
        using var script = Script(file);
        List<string> migrations = [];
        var (isPortals, isHistory) = (false, false);
        while (await script.Output.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith("COPY ", StringComparison.Ordinal))
            {
                isHistory = line.Contains($"\"{HistoryRepository.DefaultTableName}\"", StringComparison.Ordinal);
                isPortals |= line.Contains("\"Orders\"", StringComparison.Ordinal);
            }
            else if (isHistory && line == @"\.")
            {
                isHistory = false;
            }
            else if (isHistory)
            {
                migrations.Add(line.Split('\t')[0]);
            }
        }

        await script.EndAsync($"{file} is broken or not whole", cancellationToken);
        return isPortals && migrations.Count > 0
            ? migrations
            : throw new BackupException($"{file} is a database of something else than the portal.");
    }

    public async Task RestoreAsync(string file, CancellationToken cancellationToken)
    {
        using var script = Script(file);
        using var target = programs.Start(
            "psql", "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--file=-");
        try
        {
            await target.Input.WriteAsync(DropAll.AsMemory(), cancellationToken);
            await target.Input.FlushAsync(cancellationToken);
            await script.Output.BaseStream.CopyToAsync(target.Input.BaseStream, cancellationToken);

            // Only a whole script is committed, which the end of the input does.
            await script.EndAsync($"{file} is broken or not whole", cancellationToken);
            target.Input.Close();
        }
        catch (IOException)
        {
            // It has ended early, and tells why.
        }

        await target.EndAsync("The database can't be restored", cancellationToken);
    }

    private PostgreSqlProgram Script(string file) => programs.Start(
        "pg_restore", "--no-owner", "--no-privileges", "--no-comments", "--file=-", file);
}
