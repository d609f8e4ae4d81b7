using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace AssistPortal.Benchmarks.Http;

/// <summary>
/// Sends the same request over and over on one kept connection and reads past the response: costs next to nothing, so
/// that the figure is the server's and not the client's.
/// </summary>
internal sealed class RawConnection : IDisposable
{
    private static readonly byte[] EndOfHead = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] LastChunk = "\r\n0\r\n\r\n"u8.ToArray();
    private static readonly byte[] Length = "\r\nContent-Length: "u8.ToArray();

    private readonly Socket socket =
        new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[1 << 20];
    private readonly Uri address;

    public RawConnection(Uri address) => this.address = address;

    public Task ConnectAsync(CancellationToken cancellationToken) =>
        socket.ConnectAsync(IPAddress.Loopback, address.Port, cancellationToken).AsTask();

    public static byte[] Get(Uri address, string path, string headers = "") =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\n{headers}\r\n");

    public static byte[] Post(Uri address, string path, string form, string headers) => Encoding.ASCII.GetBytes(
        string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: {address.Authority}\r\nOrigin: "
                + $"{address.GetLeftPart(UriPartial.Authority)}\r\nSec-Fetch-Site: same-origin\r\nContent-Type: "
                + $"application/x-www-form-urlencoded\r\nContent-Length: {form.Length}\r\n{headers}\r\n{form}"));

    /// <summary>One request and its whole response, which stays readable until the next.</summary>
    /// <returns>Status, length of the head, and length of all in bytes.</returns>
    public async ValueTask<(int Status, int Head, int Total)> SendAsync(
        byte[] request, CancellationToken cancellationToken)
    {
        await socket.SendAsync(request, cancellationToken);
        var (total, head) = (0, 0);
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(total), cancellationToken);
            if (read == 0)
            {
                throw new IOException("The server closed the connection.");
            }

            total += read;
            if (head == 0 && buffer.AsSpan(0, total).IndexOf(EndOfHead) is var end and >= 0)
            {
                head = end + EndOfHead.Length;
            }

            if (head > 0 && IsWhole(head, total))
            {
                return (Number(buffer.AsSpan(9, 3)), head, total);
            }
        }
    }

    /// <summary>Part of the last response.</summary>
    public string Text(int from, int to) => Encoding.UTF8.GetString(buffer, from, to - from);

    /// <summary>A header of the last response; null where it has none.</summary>
    /// <param name="name">With the line break before it, and its colon and space.</param>
    /// <param name="head">Length of the head.</param>
    public string? Header(ReadOnlySpan<byte> name, int head)
    {
        var at = buffer.AsSpan(0, head).IndexOf(name);
        if (at < 0)
        {
            return null;
        }

        var value = buffer.AsSpan(at + name.Length, head - at - name.Length);
        return Encoding.ASCII.GetString(value[..value.IndexOf((byte)'\r')]);
    }

    /// <summary>The first tag of the last response's body that has these bytes in it.</summary>
    public string TagWith(ReadOnlySpan<byte> mark, int head, int total)
    {
        var body = buffer.AsSpan(head, total - head);
        var at = body.IndexOf(mark);
        if (at < 0)
        {
            throw new InvalidOperationException($"The page has no {Encoding.ASCII.GetString(mark)}.");
        }

        var from = body[..at].LastIndexOf((byte)'<');
        return Encoding.UTF8.GetString(body.Slice(from, at - from + body[at..].IndexOf((byte)'>')));
    }

    /// <summary>The text of the last response, without the lengths between its chunks (RFC 9112, 7.1).</summary>
    public string Body(int head, int total)
    {
        if (buffer.AsSpan(0, head).IndexOf(Length) >= 0)
        {
            return Text(head, total);
        }

        using var body = new MemoryStream();
        for (var at = head; at < total;)
        {
            var line = buffer.AsSpan(at, total - at).IndexOf("\r\n"u8);
            var digits = buffer.AsSpan(at, line);
            var length = int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            body.Write(buffer, at + line + 2, length);
            at += line + 2 + length + 2;
        }

        return Encoding.UTF8.GetString(body.ToArray());
    }

    public void Dispose() => socket.Dispose();

    private bool IsWhole(int head, int total)
    {
        var at = buffer.AsSpan(0, head).IndexOf(Length);
        return at < 0
            ? buffer.AsSpan(head - 2, total - head + 2).EndsWith(LastChunk)
            : total >= head + Number(buffer.AsSpan(at + Length.Length));
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        for (var index = 0; index < digits.Length && digits[index] is >= (byte)'0' and <= (byte)'9'; index++)
        {
            number = (number * 10) + digits[index] - '0';
        }

        return number;
    }
}
