using System.Text.RegularExpressions;
using AssistPortal.Benchmarks.Http;

namespace AssistPortal.Benchmarks.Measuring;

/// <summary>
/// Bytes on the wire, heads included, of a page and all that it names: styles, scripts with what they import, pictures.
/// Later visits load again what may not be kept, and ask after what has no age.
/// </summary>
internal sealed partial class PageWeight
{
    private readonly RawConnection connection;
    private readonly Uri address;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    private PageWeight(RawConnection connection, Uri address) =>
        (this.connection, this.address) = (connection, address);

    public int First { get; private set; }

    public int Later { get; private set; }

    public int Files => seen.Count;

    /// <summary>The page itself, not compressed.</summary>
    public int Html { get; private set; }

    /// <param name="address">The server.</param>
    /// <param name="path">The page.</param>
    /// <param name="cookies">Of who looks at it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<PageWeight> OfAsync(
        Uri address, string path, string cookies, CancellationToken cancellationToken)
    {
        // Compressed for the weight, plain to see what it names.
        using var raw = new RawConnection(address);
        await raw.ConnectAsync(cancellationToken);
        var weight = new PageWeight(raw, address);
        await weight.LoadAsync(path, $"Cookie: {cookies}\r\n", cancellationToken);
        return weight;
    }

    private async Task LoadAsync(string path, string headers, CancellationToken cancellationToken)
    {
        if (!seen.Add(path))
        {
            return;
        }

        var packed = RawConnection.Get(address, path, $"{headers}Accept-Encoding: gzip, deflate, br\r\n");
        var (status, head, total) = await connection.SendAsync(packed, cancellationToken);
        if (status != 200)
        {
            throw new InvalidOperationException($"{path} answers with {status}.");
        }

        First += total;
        var headText = connection.Text(0, head);
        if (!Kept().IsMatch(headText))
        {
            Later += ETag().IsMatch(headText) ? head : total;
        }

        (_, head, total) = await connection.SendAsync(RawConnection.Get(address, path, headers), cancellationToken);
        Html = Html == 0 ? total - head : Html;
        if (connection.Text(0, head).Contains("image/", StringComparison.Ordinal))
        {
            return;
        }

        foreach (Match match in Named().Matches(connection.Body(head, total)))
        {
            var name = match.Groups["name"].Value.Split('#')[0];
            if (name.Length > 0 && !name.Contains(':', StringComparison.Ordinal))
            {
                await LoadAsync(new Uri(new Uri(address, path), name).PathAndQuery, "", cancellationToken);
            }
        }
    }

    [GeneratedRegex(
        "<(?:link|script|img|use)\\b[^>]*?\\s(?:href|src)=\"(?<name>[^\"]+)\""
            + "|\\bfrom\\s*\"(?<name>[^\"]+)\""
            + "|\\bimport\\s*\"(?<name>[^\"]+)\""
            + "|url\\(\"?(?<name>[^)\"]+)\"?\\)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex Named();

    [GeneratedRegex("\r\nCache-Control:[^\r]*max-age=[1-9]", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kept();

    [GeneratedRegex("\r\nETag:", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ETag();
}
