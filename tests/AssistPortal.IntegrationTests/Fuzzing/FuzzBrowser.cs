using System.Net.Http.Headers;
using System.Text;
using AssistPortal.TestSupport.Portal;

namespace AssistPortal.IntegrationTests.Fuzzing;

/// <summary>A person's browser that sends bodies and addresses as they are.</summary>
/// <param name="portal">The portal.</param>
/// <param name="email">The person; null for nobody.</param>
internal sealed class FuzzBrowser(PortalFactory portal, string? email) : IDisposable
{
    private readonly HttpClient http = portal.CreateClient(
        new() { AllowAutoRedirect = false, HandleCookies = false });

    private PortalClient client = portal.CreatePortalClient();

    public string Name => email ?? "nobody";

    public bool IsSomebody => email is not null;

    /// <summary>The field that forms of this person carry.</summary>
    public KeyValuePair<string, string> Token { get; private set; }

    /// <summary>Begins anew, without cookies from before.</summary>
    public async Task EnterAsync()
    {
        client.Dispose();
        client = portal.CreatePortalClient();
        if (email is not null)
        {
            await client.SignInAsync(email);
        }

        Token = (await client.GetAsync("/guide")).Prepare(button: "button[name=Language]").Fields
            .Single(field => field.Key == "__RequestVerificationToken");
    }

    public Task<PortalPage> GetAsync(string path) => client.GetAsync(path);

    /// <summary>One request and its answer, without following it.</summary>
    public async Task<FuzzAnswer> SendAsync(FuzzRequest asked)
    {
        if (!Uri.TryCreate(client.BaseAddress, asked.Path, out var address))
        {
            return new FuzzAnswer(0, null, "");
        }

        using var request = new HttpRequestMessage(asked.Body is null ? HttpMethod.Get : HttpMethod.Post, address);
        var cookies = asked.Cookie ?? client.Cookies.GetCookieHeader(address);
        request.Headers.TryAddWithoutValidation("Cookie", cookies);
        if (asked.Body is not null)
        {
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", "same-origin");
            request.Content = new ByteArrayContent(Encoding.Latin1.GetBytes(asked.Body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
            if (asked.Type is not null)
            {
                request.Content.Headers.ContentType = null;
                request.Content.Headers.TryAddWithoutValidation("Content-Type", asked.Type);
            }
        }

        using var response = await http.SendAsync(request);
        if (asked.Cookie is null && response.Headers.TryGetValues("Set-Cookie", out var set))
        {
            foreach (var cookie in set)
            {
                client.Cookies.SetCookies(address, cookie);
            }
        }

        var isPage = response.Content.Headers.ContentType?.MediaType == "text/html";
        return new FuzzAnswer(
            (int)response.StatusCode,
            response.Headers.Location?.OriginalString,
            isPage ? await response.Content.ReadAsStringAsync() : "");
    }

    public void Dispose()
    {
        http.Dispose();
        client.Dispose();
    }
}

/// <param name="Path">Path and query, encoded as far as they are meant to be.</param>
/// <param name="Body">Octets of a form, each as a character; null asks for a page.</param>
/// <param name="Cookie">Cookies instead of the person's own; null for those.</param>
internal sealed record FuzzRequest(string Path, string? Body = null, string? Cookie = null)
{
    /// <summary>What it says that its body is; null for a form.</summary>
    public string? Type { get; init; }

    /// <summary>The fields that it sends, where they are sent as a browser would.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];
}

/// <param name="Status">0 where no client could ask for that address.</param>
/// <param name="Location">Where it leads to.</param>
/// <param name="Page">The page, where it is one.</param>
internal sealed record FuzzAnswer(int Status, string? Location, string Page);
