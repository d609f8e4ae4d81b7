using System.Text;

namespace AssistPortal.Web.Composition;

/// <summary>
/// Keeps what is written where it is a page, to be changed before it is sent. Anything else goes on at once: a table
/// that somebody exports may be larger than the server's memory.
/// </summary>
/// <param name="response">The response, whose status and type are known when the first of it is written.</param>
/// <param name="body">Where it goes.</param>
internal sealed class KeptPage(HttpResponse response, Stream body) : Stream
{
    private readonly MemoryStream page = new();
    private Stream? target;

    /// <summary>The page; null where nothing was written, or something else.</summary>
    public string? Text =>
        target == page ? Encoding.UTF8.GetString(page.GetBuffer().AsSpan(0, (int)page.Length)) : null;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    private Stream Target => target ??= IsPage ? page : body;

    private bool IsPage => response.StatusCode == StatusCodes.Status200OK
        && response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;

    public override void Write(byte[] buffer, int offset, int count) => Target.Write(buffer, offset, count);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        Target.WriteAsync(buffer, cancellationToken);

    public override void Flush() => target?.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) =>
        target?.FlushAsync(cancellationToken) ?? Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            page.Dispose();
        }

        base.Dispose(disposing);
    }
}
