using System.Net.Sockets;
using System.Text;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Errors;

/// <summary>A portal on Kestrel that is told requests octet by octet, as no decent client sends them.</summary>
public sealed class RawPortal : IAsyncDisposable
{
    private readonly Uri address;

    public RawPortal() => address = Portal.ListenForBrowsers();

    public PortalFactory Portal { get; } = PortalFactory.With(new PortalSetup
    {
        Settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["Proxy:Known:0"] = "127.0.0.1" },
    });

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <param name="request">Request line, headers and body; Host and Connection are added.</param>
    public async Task<string> SendAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        var end = request.IndexOf('\n', StringComparison.Ordinal) + 1;
        await stream.WriteAsync(Encoding.Latin1.GetBytes(
            $"{request[..end]}Host: {address.Authority}\r\nConnection: close\r\n{request[end..]}"));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Posts a body as a page of the portal's own would.</summary>
    public Task<string> PostAsync(string path, string? contentType, string body) => SendAsync(
        $"POST {path} HTTP/1.1\r\nSec-Fetch-Site: same-origin\r\n"
        + (contentType is null ? "" : $"Content-Type: {contentType}\r\n")
        + $"Content-Length: {body.Length}\r\n\r\n{body}");

    public async ValueTask DisposeAsync() => await Portal.DisposeAsync();
}
