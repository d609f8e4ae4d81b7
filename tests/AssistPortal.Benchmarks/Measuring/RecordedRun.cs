using System.Text.Json;

namespace AssistPortal.Benchmarks.Measuring;

/// <summary>
/// The figures with a bar of the last run that was recorded (<c>--record yes</c>), by command, database and name;
/// printed beside those of now.
/// </summary>
internal sealed class RecordedRun
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true };

    private readonly string file;
    private readonly string prefix;
    private readonly SortedDictionary<string, double> figures;
    private readonly SortedDictionary<string, double> now = new(StringComparer.Ordinal);

    private RecordedRun(string file, string prefix, SortedDictionary<string, double> figures) =>
        (this.file, this.prefix, this.figures) = (file, prefix, figures);

    /// <param name="file">Where they stand; it may be missing.</param>
    /// <param name="run">Command and database of this run.</param>
    public static RecordedRun Read(string file, string run) => new(
        file,
        run,
        new(
            File.Exists(file)
                ? JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(file)) ?? []
                : [],
            StringComparer.Ordinal));

    /// <summary>Notes a figure of now, and tells what it was.</summary>
    public double? Before(string name, double value)
    {
        var key = $"{prefix}: {name}";
        now[key] = Math.Round(value, 2);
        return figures.TryGetValue(key, out var before) ? before : null;
    }

    /// <summary>Takes this run's figures in place of those before.</summary>
    public void Save()
    {
        foreach (var (key, value) in now)
        {
            figures[key] = value;
        }

        File.WriteAllText(file, JsonSerializer.Serialize(figures, Format) + "\n");
    }
}
