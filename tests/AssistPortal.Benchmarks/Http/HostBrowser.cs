using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AssistPortal.Benchmarks.Measuring;
using AssistPortal.Data.Accounts;

namespace AssistPortal.Benchmarks.Http;

/// <summary>A host's browser: keeps cookies, follows redirects, and notes how long each request took.</summary>
/// <param name="addresses">The servers; requests go to them in turn.</param>
internal sealed class HostBrowser(IReadOnlyList<Uri> addresses) : IDisposable
{
    private const int MostRedirects = 5;

    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        MaxConnectionsPerServer = 1,
        ConnectTimeout = TimeSpan.FromSeconds(10),
    });

    private readonly Dictionary<string, string> cookies = new(StringComparer.Ordinal);
    private int sent;

    public Latencies Latencies { get; set; } = new();

    /// <summary>As a request sends them.</summary>
    public string Cookies { get; private set; } = "";

    public async Task SignInAsync(string email, CancellationToken cancellationToken)
    {
        var form = await GetAsync("/account/sign-in", cancellationToken);
        var page = await PostAsync(
            "/account/sign-in",
            new(StringComparer.Ordinal)
            {
                [FormReader.TokenField] = FormReader.Token(form.Body),
                ["Email"] = email,
                ["Password"] = DemoAccounts.Password,
            },
            cancellationToken);
        if (page.Path.StartsWith("/account", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{email} could not sign in: {page.Status} {page.Path}");
        }
    }

    public Task<Page> GetAsync(string path, CancellationToken cancellationToken) =>
        FollowAsync(path, null, null, cancellationToken);

    /// <summary>Posts a form and follows where it leads.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="fields">The form.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="redirected">Told of a redirect before it is followed.</param>
    public Task<Page> PostAsync(
        string path,
        Dictionary<string, string> fields,
        CancellationToken cancellationToken,
        Action<string>? redirected = null) =>
        FollowAsync(path, fields, redirected, cancellationToken);

    public static string Encode(IEnumerable<KeyValuePair<string, string>> fields) => string.Join('&', fields.Select(
        field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));

    /// <summary>What a response sets, by its head.</summary>
    public void TakeCookies(string head) => Take(head.Split("\r\n")
        .Where(line => line.StartsWith("Set-Cookie: ", StringComparison.OrdinalIgnoreCase))
        .Select(line => line["Set-Cookie: ".Length..]));

    public void Dispose() => http.Dispose();

    private async Task<Page> FollowAsync(
        string path,
        Dictionary<string, string>? fields,
        Action<string>? redirected,
        CancellationToken cancellationToken)
    {
        for (var hop = 0; hop < MostRedirects; hop++)
        {
            var began = Stopwatch.GetTimestamp();
            using var response = await SendAsync(path, fields, cancellationToken);
            if (response.Headers.Location is not { } location)
            {
                var body = await response.Content.ReadAsStringAsync(cancellationToken);
                Latencies.Add(began);
                return response.StatusCode is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity
                    ? new Page(path, (int)response.StatusCode, body)
                    : throw new RefusedException((int)response.StatusCode, path);
            }

            Latencies.Add(began);
            path = location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString;
            fields = null;
            redirected?.Invoke(path);
        }

        throw new RefusedException(302, path);
    }

    private async Task<HttpResponseMessage> SendAsync(
        string path, Dictionary<string, string>? fields, CancellationToken cancellationToken)
    {
        var address = addresses[sent++ % addresses.Count];
        using var request = new HttpRequestMessage(
            fields is null ? HttpMethod.Get : HttpMethod.Post, new Uri(address, path));
        if (cookies.Count > 0)
        {
            request.Headers.TryAddWithoutValidation("Cookie", Cookies);
        }

        if (fields is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", address.GetLeftPart(UriPartial.Authority));
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");

            // Browsers name no charset here, and the portal takes none but UTF-8.
            request.Content = new ByteArrayContent(Encoding.ASCII.GetBytes(Encode(fields)));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        }

        var response = await http.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            Take(set);
        }

        return response;
    }

    private void Take(IEnumerable<string> set)
    {
        foreach (var cookie in set.Select(text => text.Split(';')[0].Split('=', 2)))
        {
            cookies[cookie[0]] = cookie[1];
        }

        Cookies = string.Join("; ", cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
    }
}

/// <summary>A page that arrived, after redirects.</summary>
internal sealed record Page(string Path, int Status, string Body)
{
    /// <summary>The last part of the path: the step of ordering.</summary>
    public string Step => Path[(Path.LastIndexOf('/') + 1)..];
}

/// <summary>A response that nobody should get.</summary>
internal sealed class RefusedException(int status, string path) : Exception($"{status} {path}")
{
    public int Status => status;
}
