using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Web.Maintenance;

/// <summary>
/// The words of the command line: a command with what belongs to it, and settings. Without a command the portal starts.
/// </summary>
/// <param name="Settings">What is left for the portal's settings.</param>
/// <param name="Command">What is to be done instead of a start.</param>
/// <param name="Fault">What is wrong with the words.</param>
internal sealed record CommandLine(string[] Settings, PortalCommand? Command = null, string? Fault = null)
{
    private const int Wrong = 2;

    private const string Usage = """
        dotnet AssistPortal.Web.dll                                    starts the portal
        dotnet AssistPortal.Web.dll backup FILE|FOLDER [--replace]     backs the database up, while the portal may run
        dotnet AssistPortal.Web.dll restore FILE [--replace] [--hold-mails]
                                                                       puts a backup into the database of the settings
        dotnet AssistPortal.Web.dll check [--mails-from 2026-11-22T10:00:00Z]
                                                                       proves that the database is sound
        Settings follow as --NAME=VALUE. See docs/operations.md.
        """;

    public static CommandLine Read(string[] words)
    {
        if (words is not [var name, .. var rest] || name.Length == 0 || name.Contains('=') || name[0] is '-' or '/')
        {
            return new CommandLine(words);
        }

        if (name is not (PortalCommand.Backup or PortalCommand.Restore or PortalCommand.Check))
        {
            return new CommandLine([], Fault: $"There is no command {name}.");
        }

        var takesFile = name != PortalCommand.Check;
        if (takesFile && rest is not [{ Length: > 0 }, ..] or ["--replace" or "--hold-mails", ..])
        {
            return new CommandLine([], Fault: $"{name} needs the name of a file.");
        }

        var command = new PortalCommand(name, takesFile ? rest[0] : "");
        return ReadOptions(command, takesFile ? rest[1..] : rest);
    }

    /// <summary>Says what is wrong, and what is allowed.</summary>
    /// <returns>The exit code.</returns>
    public int TellFault()
    {
        Console.Error.WriteLine(Fault);
        Console.Error.WriteLine(Usage);
        return Wrong;
    }

    private static CommandLine ReadOptions(PortalCommand command, string[] words)
    {
        List<string> settings = [];
        for (var place = 0; place < words.Length; place++)
        {
            switch (command.Name, words[place])
            {
                case (PortalCommand.Backup or PortalCommand.Restore, "--replace"):
                    command = command with { MayReplace = true };
                    break;
                case (PortalCommand.Restore, "--hold-mails"):
                    command = command with { HoldsMails = true };
                    break;
                case (PortalCommand.Check, "--mails-from"):
                    if (place + 1 == words.Length || Moment(words[++place]) is not { } from)
                    {
                        return new CommandLine([], Fault: "--mails-from needs a time such as 2026-11-22T10:00:00Z.");
                    }

                    command = command with { MailsFrom = from };
                    break;
                default:
                    settings.Add(words[place]);
                    break;
            }
        }

        return new CommandLine([.. settings], command);
    }

    private static Instant? Moment(string text) =>
        InstantPattern.General.Parse(text) is { Success: true, Value: var moment } ? moment : null;
}

/// <summary>Something that is done once, instead of a start.</summary>
/// <param name="Name">Which.</param>
/// <param name="Path">The file, or folder, that it is about; empty for none.</param>
internal sealed record PortalCommand(string Name, string Path)
{
    public const string Backup = "backup";
    public const string Restore = "restore";
    public const string Check = "check";

    /// <summary>Whether what is there already may be lost.</summary>
    public bool MayReplace { get; init; }

    /// <summary>Whether mails that were not sent yet when the backup was taken are kept back.</summary>
    public bool HoldsMails { get; init; }

    /// <summary>What came before has no mails; null where all has.</summary>
    public Instant? MailsFrom { get; init; }
}
