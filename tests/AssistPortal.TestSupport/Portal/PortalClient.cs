using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AssistPortal.Data.Accounts;

namespace AssistPortal.TestSupport.Portal;

/// <summary>
/// A browser without script: keeps cookies, posts the forms that pages really have, follows redirects.
/// </summary>
public sealed class PortalClient : IDisposable
{
    private const int MostRedirects = 10;

    private readonly HttpClient http;
    private readonly Func<Exception?> lastFault;

    /// <summary>A browser at that portal.</summary>
    /// <param name="portal">The portal.</param>
    /// <param name="cookies">Cookies of an earlier browser, to go on after a restart.</param>
    public PortalClient(PortalFactory portal, CookieContainer? cookies = null)
        : this(portal.CreatePlainClient(), () => portal.Log.Errors.LastOrDefault()?.Fault) =>
        Cookies = cookies ?? Cookies;

    /// <summary>A browser at a portal in another process.</summary>
    /// <param name="http">
    /// Goes to the portal; neither follows redirects nor keeps cookies. It is disposed with this.
    /// </param>
    public PortalClient(HttpClient http)
        : this(http, () => null)
    {
    }

    private PortalClient(HttpClient http, Func<Exception?> lastFault) =>
        (this.http, this.lastFault) = (http, lastFault);

    public CookieContainer Cookies { get; } = new();

    /// <summary>The browser's languages, such as <c>zh-TW,zh;q=0.9,en;q=0.5</c>.</summary>
    public string AcceptLanguage { get; set; } = "en";

    /// <summary>What the browser says of where a form stands; null for an old browser that says nothing.</summary>
    public string? FetchSite { get; set; } = "same-origin";

    /// <summary>The origin of posted forms; null takes the portal's own.</summary>
    public string? Origin { get; set; }

    public Uri BaseAddress => http.BaseAddress!;

    public Task<PortalPage> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    /// <summary>Posts fields as they are, without a form: antiforgery is the caller's matter.</summary>
    public Task<PortalPage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields) =>
        SendAsync(HttpMethod.Post, path, [.. fields]);

    /// <summary>Sends a page's main form with a file in it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="field">Name of the file's field.</param>
    /// <param name="content">The file.</param>
    public async Task<PortalPage> UploadAsync(PortalPage page, string field, byte[] content)
    {
        var (action, fields) = page.Prepare();
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new ByteArrayContent(content), field, "upload.csv");
        using var response = await SendOnceAsync(HttpMethod.Post, action, form);
        return response.Headers.Location is { } location
            ? await GetAsync(new Uri(new Uri(BaseAddress, action), location).PathAndQuery)
            : await ReadAsync(response, action);
    }

    /// <summary>One request and its response, without following redirects.</summary>
    public Task<HttpResponseMessage> SendOnceAsync(
        HttpMethod method, string path, IReadOnlyCollection<KeyValuePair<string, string>>? fields = null)
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes(Encode(fields ?? [])));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        return SendOnceAsync(method, path, content);
    }

    /// <summary>Signs in through the page, with the password of all demo accounts unless another is given.</summary>
    /// <exception cref="InvalidOperationException">It did not work.</exception>
    public async Task SignInAsync(string email, string password = DemoAccounts.Password)
    {
        var (action, fields) = await FillSignInAsync(email, password);
        using var response = await SendOnceAsync(HttpMethod.Post, action, fields);
        if (response.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"{email} could not sign in: {response.StatusCode}");
        }
    }

    /// <summary>The same, to the page on which it ends: that costs as much as all the rest.</summary>
    public async Task<PortalPage> SignInToFirstPageAsync(string email, string password = DemoAccounts.Password)
    {
        var (action, fields) = await FillSignInAsync(email, password);
        return await PostAsync(action, fields);
    }

    public void Dispose() => http.Dispose();

    internal async Task<PortalPage> SendAsync(
        HttpMethod method, string path, IReadOnlyCollection<KeyValuePair<string, string>>? fields)
    {
        for (var hop = 0; ; hop++)
        {
            using var response = await SendOnceAsync(method, path, fields);
            if (response.Headers.Location is not { } location || (int)response.StatusCode is < 300 or > 399)
            {
                return await ReadAsync(response, path);
            }

            if (hop == MostRedirects)
            {
                throw new InvalidOperationException($"Redirected without end: {path} → {location}.");
            }

            var target = new Uri(new Uri(BaseAddress, path), location);
            if (target.GetLeftPart(UriPartial.Authority) != BaseAddress.GetLeftPart(UriPartial.Authority))
            {
                throw new InvalidOperationException($"Redirected to somewhere else: {target}.");
            }

            path = target.PathAndQuery;
            if (response.StatusCode is not (HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect))
            {
                (method, fields) = (HttpMethod.Get, null);
            }
        }
    }

    private async Task<(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields)> FillSignInAsync(
        string email, string password) =>
        (await GetAsync("/account/sign-in")).Prepare(new() { ["Email"] = email, ["Password"] = password });

    private async Task<HttpResponseMessage> SendOnceAsync(HttpMethod method, string path, HttpContent content)
    {
        var address = new Uri(BaseAddress, path);
        using var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation("Accept-Language", AcceptLanguage);
        if (Cookies.GetCookieHeader(address) is { Length: > 0 } cookies)
        {
            request.Headers.TryAddWithoutValidation("Cookie", cookies);
        }

        if (method == HttpMethod.Post)
        {
            request.Headers.TryAddWithoutValidation("Origin", Origin ?? BaseAddress.GetLeftPart(UriPartial.Authority));
            if (FetchSite is not null)
            {
                request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", FetchSite);
            }

            request.Content = content;
        }

        var response = await http.SendAsync(request);
        if (response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
            {
                Cookies.SetCookies(address, cookie);
            }
        }

        return response;
    }

    private async Task<PortalPage> ReadAsync(HttpResponseMessage response, string path)
    {
        var body = await response.Content.ReadAsByteArrayAsync();
        return new PortalPage(this, response, path, body)
        {
            Fault = (int)response.StatusCode >= 500 ? lastFault() : null,
        };
    }

    private static string Encode(IEnumerable<KeyValuePair<string, string>> fields) =>
        string.Join('&', fields.Select(field =>
            $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
}
