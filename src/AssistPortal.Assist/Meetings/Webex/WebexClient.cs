using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Meetings.Webex;

/// <summary>
/// Requests to the API, with bounds on what comes back. No text of the directory goes further than this.
/// </summary>
internal sealed partial class WebexClient(
    IHttpClientFactory clients,
    IOptionsMonitor<DirectoryOptions> options,
    WebexLimits limits,
    IClock clock,
    ILogger<WebexClient> logger)
{
    /// <summary>Name of the HTTP client: it keeps no cookies and follows no redirects.</summary>
    public const string HttpName = "webex";

    private const int RefusalBytes = 64 * 1024;

    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>A page of meetings, and the address of the next one.</summary>
    public async Task<(WebexPage Page, Uri? Next)> GetAsync(Uri address, AccessToken token, DirectoryCall call)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("timezone", "UTC");
        using var response = await SendAsync(request, token, call);
        var body = await ReadAsync(response, limits.PageBytes, call.Token)
            ?? throw new DirectoryException(DirectoryFault.Unreadable);
        try
        {
            var page = JsonSerializer.Deserialize<WebexPage>(body, Json);
            return page?.Items is null
                ? throw new DirectoryException(DirectoryFault.Unreadable)
                : (page, NextPage.Of(response, address, token));
        }
        catch (JsonException)
        {
            throw new DirectoryException(DirectoryFault.Unreadable);
        }
    }

    public async Task ChangeAsync(Uri address, WebexChange change, AccessToken token, DirectoryCall call)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, address)
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(change, Json)),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(options.CurrentValue.PatchMediaType);
        using var response = await SendAsync(request, token, call);
    }

    /// <summary>A response that says yes; <see cref="WebexRetry"/> has asked again where that was any use.</summary>
    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, AccessToken token, DirectoryCall call)
    {
        if (!token.IsFor(request.RequestUri!))
        {
            throw new InvalidOperationException("The token is not for this address.");
        }

        request.Options.Set(DirectoryCall.OfRequest, call);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var response = await ReachAsync(request, call);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            if (WebexFaults.IsBusy(response.StatusCode))
            {
                call.Pause(WebexFaults.PauseOf(response, clock.GetCurrentInstant()));
            }

            throw await RefusalAsync(response, call.Token);
        }
    }

    private async Task<HttpResponseMessage> ReachAsync(HttpRequestMessage request, DirectoryCall call)
    {
        var client = clients.CreateClient(HttpName);
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, call.Token);
        }
        catch (Exception fault) when (fault is HttpRequestException || call.HasTimedOut)
        {
            NotReached(logger, request.RequestUri!.Authority, CauseOf(fault));
            throw;
        }
    }

    private static Enum CauseOf(Exception fault) => fault switch
    {
        HttpRequestException { InnerException: SocketException socket } => socket.SocketErrorCode,
        HttpRequestException http => http.HttpRequestError,
        _ => SocketError.TimedOut,
    };

    private static async Task<DirectoryException> RefusalAsync(
        HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await ReadAsync(response, RefusalBytes, cancellationToken);
        return new DirectoryException(WebexFaults.Of(response.StatusCode), WebexFaults.TrackingIdOf(response, body));
    }

    /// <summary>The body; null where it is larger.</summary>
    private static async Task<byte[]?> ReadAsync(
        HttpResponseMessage response, int most, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentLength > most)
        {
            return null;
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var kept = new MemoryStream();
        var part = new byte[16 * 1024];
        for (int read; (read = await body.ReadAsync(part, cancellationToken)) > 0;)
        {
            if (kept.Length + read > most)
            {
                return null;
            }

            kept.Write(part, 0, read);
        }

        return kept.ToArray();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The meeting directory {Host} was not reached: {Cause}")]
    private static partial void NotReached(ILogger logger, string host, Enum cause);
}
