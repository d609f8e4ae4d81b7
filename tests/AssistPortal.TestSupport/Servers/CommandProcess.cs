using System.Diagnostics;

namespace AssistPortal.TestSupport.Servers;

/// <summary>A command of the portal, run to its end as an operator does.</summary>
public static class CommandProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <param name="assembly">Path of the portal's DLL.</param>
    /// <param name="words">The command, what belongs to it, and settings.</param>
    /// <returns>Its exit code, and the lines that it has printed.</returns>
    public static async Task<(int Code, string Output)> RunAsync(string assembly, params IEnumerable<string> words)
    {
        var start = new ProcessStartInfo("dotnet", [assembly, .. words])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        Running.Add(process);
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            var (output, errors) = (
                process.StandardOutput.ReadToEndAsync(patience.Token),
                process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            Running.Remove(process);
        }
    }
}
