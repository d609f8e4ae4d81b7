using System.Globalization;
using AssistPortal.Data.Database;

namespace AssistPortal.Benchmarks;

/// <summary>The command line: a command, then pairs of <c>--name value</c>.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    private Arguments(string command) => Command = command;

    public string Command { get; }

    public DatabaseProvider Provider =>
        Enum.TryParse<DatabaseProvider>(Text("provider") ?? "Sqlite", true, out var provider)
            ? provider
            : throw new UsageException($"Unknown provider {Text("provider")}.");

    /// <exception cref="UsageException">They can't be read.</exception>
    public static Arguments Parse(IReadOnlyList<string> args)
    {
        var arguments = new Arguments(args.Count == 0 ? "help" : args[0]);
        for (var index = 1; index < args.Count; index += 2)
        {
            if (!args[index].StartsWith("--", StringComparison.Ordinal) || index + 1 == args.Count)
            {
                throw new UsageException($"Expected --name value, not {args[index]}.");
            }

            arguments.values[args[index][2..]] = args[index + 1];
        }

        return arguments;
    }

    public string? Text(string name) => values.GetValueOrDefault(name);

    public string Required(string name) => Text(name) ?? throw new UsageException($"--{name} is needed.");

    public int Number(string name, int otherwise)
    {
        var text = Text(name);
        if (text is null)
        {
            return otherwise;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new UsageException($"--{name} {text} is no number.");
    }

    /// <summary>The same command line for another command, with settings where none are given.</summary>
    public Arguments For(string command, params IReadOnlyList<(string Name, string Value)> defaults)
    {
        var other = new Arguments(command);
        foreach (var (name, value) in values.Select(pair => (pair.Key, pair.Value)).Concat(defaults))
        {
            other.values.TryAdd(name, value);
        }

        return other;
    }
}

internal sealed class UsageException(string message) : Exception(message);
