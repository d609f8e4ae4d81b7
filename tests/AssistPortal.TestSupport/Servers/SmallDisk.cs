using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace AssistPortal.TestSupport.Servers;

/// <summary>
/// A disk of a few MiB, in memory, that can be filled to its last octet: mounted over a folder, which it takes along
/// when disposed. Linux, and the right to mount, are needed: see <see cref="SmallDiskFactAttribute"/>.
/// </summary>
public sealed class SmallDisk : IDisposable
{
    private const int Block = 4096;

    // CAP_SYS_ADMIN: linux/capability.h.
    private const int MayMount = 21;

    private static readonly Lazy<string?> Reason = new(Try);

    private readonly List<string> fillers = [];
    private bool isMounted;

    /// <param name="folder">Where it is mounted; the folder is made if need be.</param>
    /// <param name="mebibytes">Its size.</param>
    /// <exception cref="InvalidOperationException">It can't be mounted.</exception>
    public SmallDisk(string folder, int mebibytes)
    {
        Folder = Directory.CreateDirectory(folder).FullName;
        Run("mount", "-t", "tmpfs", "-o", $"mode=0700,size={mebibytes}m", "assistportal-tests", Folder);
        isMounted = true;
        AppDomain.CurrentDomain.ProcessExit += Unmount;
    }

    public string Folder { get; }

    /// <summary>Why there can't be any here; null where there can.</summary>
    public static string? Missing => Reason.Value;

    /// <summary>Takes all the room that is left.</summary>
    public void Fill()
    {
        fillers.Add(Path.Combine(Folder, $".filler-{fillers.Count}"));
        try
        {
            using var file = new FileStream(fillers[^1], FileMode.CreateNew, FileAccess.Write, FileShare.None, 0);
            var block = new byte[Block];
            while (true)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Free()
    {
        fillers.ForEach(File.Delete);
        fillers.Clear();
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= Unmount;
        Unmount(null, EventArgs.Empty);
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>At once, whoever still has a file of it open: it goes when they close that.</summary>
    private void Unmount(object? sender, EventArgs e)
    {
        if (isMounted)
        {
            isMounted = false;
            Run("umount", "-l", Folder);
        }
    }

    private static string? Try()
    {
        const string status = "/proc/self/status";
        if (!OperatingSystem.IsLinux() || !File.Exists(status))
        {
            return "A small disk is mounted on Linux only.";
        }

        var rights = File.ReadLines(status).Single(line => line.StartsWith("CapEff:", StringComparison.Ordinal))[7..];
        if ((ulong.Parse(rights.Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture) >> MayMount & 1) == 0)
        {
            return "Nobody but root may mount a small disk.";
        }

        try
        {
            new SmallDisk(Directory.CreateTempSubdirectory("assistportal-disk-").FullName, 1).Dispose();
            return null;
        }
        catch (InvalidOperationException refused)
        {
            return $"A small disk can't be mounted here: {refused.Message}";
        }
    }

    private static void Run(string command, params string[] words)
    {
        using var process = Process.Start(
            new ProcessStartInfo(command, words) { RedirectStandardError = true, UseShellExecute = false })!;
        var told = process.StandardError.ReadToEnd().Trim();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException(told);
        }
    }
}

/// <summary>A fact that is skipped where no <see cref="SmallDisk"/> can be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute() => Skip = SmallDisk.Missing;
}
