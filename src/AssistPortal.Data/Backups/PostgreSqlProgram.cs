using System.Diagnostics;

namespace AssistPortal.Data.Backups;

/// <summary>A program that runs; it is killed where nobody waits for its end.</summary>
internal sealed class PostgreSqlProgram : IDisposable
{
    private readonly Process process;
    private readonly Task<string> words;

    public PostgreSqlProgram(Process process) =>
        (this.process, words) = (process, process.StandardError.ReadToEndAsync());

    public StreamWriter Input => process.StandardInput;

    public StreamReader Output => process.StandardOutput;

    /// <summary>Waits for its end.</summary>
    /// <param name="fault">What is said before its own words where it fails.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="BackupException">It has failed.</exception>
    public async Task EndAsync(string fault, CancellationToken cancellationToken)
    {
        await process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            var lines = (await words).Split(
                '\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var said = lines.FirstOrDefault(line => line.Contains("error", StringComparison.OrdinalIgnoreCase))
                ?? lines.LastOrDefault();
            throw new BackupException(said is null ? $"{fault}." : $"{fault}: {said}");
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
