using System.Diagnostics;
using System.Text.Json;

namespace AssistPortal.TestSupport.Mail;

/// <summary>
/// Reads mails and calendars with <c>tests/tools/read_mail.py</c>, which shares no code with the portal.
/// </summary>
public static class IndependentMailReader
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Reads one <c>.eml</c> file.</summary>
    /// <exception cref="InvalidOperationException">The reader could not make anything of it.</exception>
    public static async Task<ReadMail> ReadAsync(string path) => (await RunAsync<ReadMail>(path)).Single();

    /// <summary>Reads all mails of a folder, in the order of their names.</summary>
    /// <inheritdoc cref="ReadAsync" path="/exception" />
    public static Task<IReadOnlyList<ReadMail>> ReadFolderAsync(string folder) =>
        ReadFilesAsync(Directory.GetFiles(folder, "*.eml").Order(StringComparer.Ordinal));

    /// <summary>Reads some <c>.eml</c> files, in one go: it is the start of the reader that takes time.</summary>
    /// <inheritdoc cref="ReadAsync" path="/exception" />
    public static async Task<IReadOnlyList<ReadMail>> ReadFilesAsync(IEnumerable<string> files)
    {
        string[] paths = [.. files];
        return paths.Length == 0 ? [] : await RunAsync<ReadMail>(paths);
    }

    /// <summary>Reads the text of a calendar file.</summary>
    /// <inheritdoc cref="ReadAsync" path="/exception" />
    public static async Task<ReadCalendar> ReadCalendarAsync(string calendar)
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.ics");
        await File.WriteAllTextAsync(path, calendar);
        try
        {
            return (await RunAsync<CalendarFile>(path)).Single().Calendars.Single();
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<IReadOnlyList<T>> RunAsync<T>(params string[] files)
    {
        var start = new ProcessStartInfo("/usr/bin/python3", [TestTools.PathOf("read_mail.py"), .. files])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<List<T>>(output, Json)!
            : throw new InvalidOperationException(await errors);
    }

    private sealed record CalendarFile(IReadOnlyList<ReadCalendar> Calendars);
}
