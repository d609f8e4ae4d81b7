using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace AssistPortal.TestSupport.Servers;

/// <summary>A published web application as a process of its own on the loopback. It ends when disposed.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process process;
    private readonly Task copying;
    private readonly FileStream log;

    private ServerProcess(Process process, FileStream log, Uri address)
    {
        (this.process, this.log, Address) = (process, log, address);
        copying = Task.WhenAll(CopyAsync(process.StandardOutput), CopyAsync(process.StandardError));
    }

    public Uri Address { get; }

    /// <summary>When it was started, by <see cref="Stopwatch"/>.</summary>
    public long Started { get; private init; }

    public string LogFile => log.Name;

    /// <summary>What it has printed so far.</summary>
    public string Log
    {
        get
        {
            using var stream = new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    public bool HasExited => process.HasExited;

    /// <summary>A port on which nobody listens now.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Starts it; <see cref="WaitAsync"/> tells when it answers.</summary>
    /// <param name="assembly">Path of the published DLL.</param>
    /// <param name="port">Where it listens on 127.0.0.1.</param>
    /// <param name="logFile">Takes what it prints; is appended to.</param>
    /// <param name="settings">Command line settings.</param>
    /// <param name="environment">The host's environment.</param>
    /// <param name="variables">Further environment variables.</param>
    public static ServerProcess Start(
        string assembly,
        int port,
        string logFile,
        IReadOnlyDictionary<string, string> settings,
        string environment = "Production",
        IReadOnlyDictionary<string, string>? variables = null)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Path.GetDirectoryName(assembly),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(assembly);
        start.ArgumentList.Add($"--urls={address.GetLeftPart(UriPartial.Authority)}");
        foreach (var (name, value) in settings)
        {
            start.ArgumentList.Add($"--{name}={value}");
        }

        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_HOSTBUILDER__RELOADCONFIGONCHANGE"] = "false";
        foreach (var (name, value) in variables ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        var output = new FileStream(logFile, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
        var started = Stopwatch.GetTimestamp();
        var server = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        Running.Add(server);
        return new ServerProcess(server, output, address) { Started = started };
    }

    /// <summary>Waits until a page answers with 200.</summary>
    /// <exception cref="InvalidOperationException">The server has ended or never answers.</exception>
    public async Task WaitAsync(string path, CancellationToken cancellation)
    {
        var began = Stopwatch.GetTimestamp();
        using var http = new HttpClient { Timeout = Patience };
        while (true)
        {
            try
            {
                using var response = await http.GetAsync(new Uri(Address, path), cancellation);
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            if (process.HasExited || Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new InvalidOperationException($"The server does not answer. Its last words:\n{LastWords()}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellation);
        }
    }

    /// <summary>Most memory that the process ever had resident, in MiB; NaN where the system does not tell.</summary>
    public double PeakMemory()
    {
        var file = $"/proc/{process.Id}/status";
        var line = File.Exists(file)
            ? File.ReadLines(file).FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal))
            : null;
        return line is null
            ? double.NaN
            : double.Parse(
                line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>Processor time that the process has used so far.</summary>
    public TimeSpan ProcessorTime()
    {
        process.Refresh();
        return process.TotalProcessorTime;
    }

    /// <summary>Waits until it has ended by itself.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ExitAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        await copying;
        return process.ExitCode;
    }

    /// <summary>Kills it without a warning, as a crash or a power cut does.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        await copying;
        Running.Remove(process);
        process.Dispose();
        await log.DisposeAsync();
    }

    private async Task CopyAsync(StreamReader from)
    {
        while (await from.ReadLineAsync() is { } line)
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(line + "\n");
            lock (log)
            {
                log.Write(bytes);
                log.Flush();
            }
        }
    }

    private string LastWords() => string.Join('\n', Log.Split('\n').TakeLast(20));
}
