using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using AssistPortal.TestSupport.Servers;

namespace AssistPortal.TestSupport.Mail;

/// <summary>
/// A real mail server on the loopback, <c>tests/tools/smtp_server.py</c>, that keeps what it takes in a folder of its
/// own and does as it is told. It ends when disposed, and with this process.
/// </summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assistportal-smtp-");
    private readonly Process process;

    private SmtpServer(SmtpServerOptions options) => process = Start(options, folder.FullName);

    public int Port { get; private set; }

    /// <summary>Where its mails lie, one file each, named in the order in which it took them.</summary>
    public string Folder => folder.FullName;

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<SmtpServer> StartAsync(SmtpServerOptions? options = null)
    {
        var server = new SmtpServer(options ?? new SmtpServerOptions());
        server.Port = (await server.ReadAsync<Listening>()).Port;
        return server;
    }

    /// <summary>Makes it follow other rules from now on.</summary>
    /// <param name="rules">Names and values as the script's own text tells; others stay as they are.</param>
    public Task<SmtpCounts> TellAsync(params IEnumerable<(string Name, object? Value)> rules) =>
        AskAsync(rules.ToDictionary(rule => rule.Name, rule => rule.Value, StringComparer.Ordinal));

    public Task<SmtpCounts> CountAsync() => TellAsync();

    /// <summary>What it has taken so far, in order.</summary>
    public IReadOnlyList<SmtpEnvelope> Taken()
    {
        using var stream = new FileStream(
            Path.Combine(Folder, "envelopes.jsonl"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd();
        return
        [
            .. lines[..(lines.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonSerializer.Deserialize<SmtpEnvelope>(line, Json)!),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        Running.Remove(process);
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static Process Start(SmtpServerOptions options, string folder)
    {
        var start = new ProcessStartInfo(
            "/usr/bin/python3", [TestTools.PathOf("smtp_server.py"), folder, .. options.Arguments()])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["PYTHONWARNINGS"] = "ignore";
        var server = Process.Start(start)!;
        Running.Add(server);
        return server;
    }

    private async Task<SmtpCounts> AskAsync(Dictionary<string, object?> rules)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(rules, Json));
        await process.StandardInput.FlushAsync();
        return await ReadAsync<SmtpCounts>();
    }

    private async Task<T> ReadAsync<T>()
    {
        using var patience = new CancellationTokenSource(Patience);
        var line = await process.StandardOutput.ReadLineAsync(patience.Token)
            ?? throw new InvalidOperationException("The mail server has ended: its words stand above.");
        return JsonSerializer.Deserialize<T>(line, Json)!;
    }

    private sealed record Listening(int Port);
}

/// <summary>How a mail server is started.</summary>
public sealed record SmtpServerOptions
{
    /// <summary>Where it listens; 0 leaves it to the system.</summary>
    public int Port { get; init; }

    /// <summary>A PEM file with certificate and key, with which it offers TLS.</summary>
    public string? Certificate { get; init; }

    /// <summary>Whether TLS begins with the first octet instead.</summary>
    public bool IsTlsImplicit { get; init; }

    /// <summary>Who must sign in before it takes mails; null lets everybody.</summary>
    public (string User, string Password)? Account { get; init; }

    /// <summary>
    /// By what to sign in, such as <c>XOAUTH2</c>, with an access token for password; null asks for passwords.
    /// </summary>
    public string? Mechanism { get; init; }

    internal IEnumerable<string> Arguments()
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"--port={Port}");
        if (Certificate is not null)
        {
            yield return $"--certificate={Certificate}";
        }

        if (IsTlsImplicit)
        {
            yield return "--implicit";
        }

        if (Mechanism is not null)
        {
            yield return $"--mechanisms={Mechanism}";
        }

        if (Account is { } account)
        {
            yield return $"--user={account.User}";
            yield return $"--password={account.Password}";
        }
    }
}

/// <summary>What a mail server has seen since its start.</summary>
/// <param name="Connections">Connections made.</param>
/// <param name="Open">Of those not closed yet.</param>
/// <param name="Quits">Of those closed with a good-bye.</param>
/// <param name="SignIns">User names with the right password.</param>
/// <param name="Refusals">Those with a wrong one.</param>
/// <param name="Mails">Mails that came in full.</param>
/// <param name="Taken">Of those taken.</param>
/// <param name="Deferred">Of those sent back by chance.</param>
public sealed record SmtpCounts(
    int Connections, int Open, int Quits, int SignIns, int Refusals, int Mails, int Taken, int Deferred);

/// <summary>A mail that a server took. Message-ID and subject are as they stand there, not decoded.</summary>
/// <param name="Options">What the client said with the sender, such as <c>BODY=8BITMIME</c>.</param>
public sealed record SmtpEnvelope(
    string File,
    int Connection,
    string From,
    IReadOnlyList<string> To,
    string MessageId,
    string Subject,
    bool IsSecure,
    IReadOnlyList<string> Options);
