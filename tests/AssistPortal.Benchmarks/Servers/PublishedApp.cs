using System.Diagnostics;
using AssistPortal.TestSupport.Servers;

namespace AssistPortal.Benchmarks.Servers;

/// <summary>Publishes a project of this repository as it would be delivered.</summary>
internal static class PublishedApp
{
    /// <summary>The path of the published DLL.</summary>
    /// <param name="project">Folder of the project, from the repository's root.</param>
    /// <param name="folder">Where to publish to.</param>
    /// <param name="cancellationToken">Stops the publishing.</param>
    /// <exception cref="InvalidOperationException">It does not build.</exception>
    public static async Task<string> PublishAsync(string project, string folder, CancellationToken cancellationToken)
    {
        Console.WriteLine($"Publishing {project}");
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true };
        string[] arguments =
            [
                "publish",
                Path.Combine(Repository.Root(), project),
                "-c",
                "Release",
                "-o",
                folder,
                "-v",
                "quiet",
                "-nologo",
                "-nodeReuse:false",
            ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        Running.Add(process);
        try
        {
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0
                ? DllIn(folder, project)
                : throw new InvalidOperationException($"{project} could not be published:\n{output}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }

            Running.Remove(process);
        }
    }

    /// <summary>The project's DLL in a folder to which it was published.</summary>
    public static string DllIn(string folder, string project) =>
        Path.Combine(Path.GetFullPath(folder), $"{Path.GetFileName(project)}.dll");
}
