using System.Globalization;
using AssistPortal.Data;
using AssistPortal.Data.Backups;
using AssistPortal.Data.Checking;
using AssistPortal.Mail.Queue;
using AssistPortal.Web.Composition;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Web.Maintenance;

/// <summary>Does what the command line asks for, and tells it in plain lines.</summary>
internal static class MaintenanceCommands
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int Unsound = 3;
    private const int MostTold = 50;

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(PortalCommand command, IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        try
        {
            return command.Name switch
            {
                PortalCommand.Backup => await BackUpAsync(command, scope.ServiceProvider),
                PortalCommand.Restore => await RestoreAsync(command, scope.ServiceProvider),
                _ => await CheckAsync(command, scope.ServiceProvider),
            };
        }
        catch (BackupException fault)
        {
            // What a file or a program says steers no terminal.
            await Console.Error.WriteLineAsync(LogLineFormatter.Visible(fault.Message));
            return Failed;
        }
    }

    private static async Task<int> BackUpAsync(PortalCommand command, IServiceProvider services)
    {
        var file = await services.GetRequiredService<DatabaseBackups>()
            .BackUpAsync(command.Path, command.MayReplace, CancellationToken.None);
        Tell($"{file}: {new FileInfo(file).Length} octets, read again and whole.");
        return Done;
    }

    private static async Task<int> RestoreAsync(PortalCommand command, IServiceProvider services)
    {
        await services.GetRequiredService<DatabaseBackups>()
            .RestoreAsync(command.Path, command.MayReplace, CancellationToken.None);
        Tell($"{command.Path} is restored.");
        if (command.HoldsMails)
        {
            Tell($"{await HoldMailsAsync(services.GetRequiredService<PortalDbContext>())} mails are kept back.");
        }

        return Done;
    }

    private static Task<int> HoldMailsAsync(PortalDbContext db) => db.Set<OutboxMail>()
        .Where(mail => mail.State == OutboxMailState.Waiting || mail.State == OutboxMailState.Collected)
        .ExecuteUpdateAsync(set => set
            .SetProperty(mail => mail.State, OutboxMailState.Held)
            .SetProperty(mail => mail.LeaseOwner, (Guid?)null)
            .SetProperty(mail => mail.LeaseUntil, (Instant?)null));

    private static async Task<int> CheckAsync(PortalCommand command, IServiceProvider services)
    {
        var database = services.GetRequiredService<PortalDbContext>().Database;
        if (!await database.CanConnectAsync() || (await database.GetPendingMigrationsAsync()).Any())
        {
            throw new BackupException(
                "There is nothing to check: the database is not there, or its schema is not this version's yet.");
        }

        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        var report = await services.GetRequiredService<DatabaseChecker>()
            .CheckAsync(new CheckScope(now, command.MailsFrom), CancellationToken.None);
        foreach (var finding in report.Findings.Take(MostTold))
        {
            Tell($"{finding.Kind}: {finding.Subject}");
        }

        Tell($"Read: {string.Join(", ", report.Read.Select(rows => $"{rows.Value} {rows.Key}"))}.");
        Tell($"Findings: {report.FindingCount}.");
        return report.IsSound ? Done : Unsound;
    }

    private static void Tell(FormattableString words) =>
        Console.WriteLine(words.ToString(CultureInfo.InvariantCulture));
}
