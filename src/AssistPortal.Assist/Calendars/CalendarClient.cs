using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AssistPortal.Assist.Producers;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Assist.Calendars;

/// <summary>
/// Fetches a calendar within limits of size, time and redirects, from nowhere but the public internet.
/// </summary>
internal sealed class CalendarClient(IHttpClientFactory clients, IOptionsMonitor<CalendarOptions> options)
{
    public const string HttpName = "ProducerCalendars";

    private const int MostBytes = 2 * 1024 * 1024;
    private const int MostRedirects = 3;

    /// <summary>All of it, redirects and content.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <param name="address">The calendar.</param>
    /// <param name="known">What was said of the version that is known; null to get all of it.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    public async Task<CalendarAnswer> FetchAsync(
        Uri address, (string? ETag, Instant? LastModified)? known, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return await FollowAsync(address, known, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new CalendarAnswer.Failed(CalendarFault.NotReachable);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or InvalidDataException)
        {
            return new CalendarAnswer.Failed(CalendarFault.NotReachable);
        }
        catch (UriFormatException)
        {
            return new CalendarAnswer.Failed(CalendarFault.Redirected);
        }
    }

    private async Task<CalendarAnswer> FollowAsync(
        Uri address, (string? ETag, Instant? LastModified)? known, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(HttpName);
        for (var redirects = 0; redirects <= MostRedirects; redirects++)
        {
            if (!options.CurrentValue.Accepts(address))
            {
                break;
            }

            using var request = RequestFor(address, known);
            using var response = await client.SendAsync(
                request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
                or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
                && response.Headers.Location is { } next)
            {
                address = new Uri(address, next);
                continue;
            }

            return response.StatusCode switch
            {
                HttpStatusCode.OK => await ReadAsync(response, cancellationToken),
                HttpStatusCode.NotModified when known is not null => new CalendarAnswer.Unchanged(),
                >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError
                    and not (HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout) =>
                    new CalendarAnswer.Failed(CalendarFault.NotFound),
                _ => new CalendarAnswer.Failed(CalendarFault.NotReachable),
            };
        }

        return new CalendarAnswer.Failed(CalendarFault.Redirected);
    }

    private static HttpRequestMessage RequestFor(Uri address, (string? ETag, Instant? LastModified)? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Accept.ParseAdd("text/calendar, */*;q=0.1");
        if (known?.ETag is { } etag && EntityTagHeaderValue.TryParse(etag, out var tag))
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        request.Headers.IfModifiedSince = known?.LastModified?.ToDateTimeOffset();
        return request;
    }

    private static async Task<CalendarAnswer> ReadAsync(
        HttpResponseMessage response, CancellationToken cancellationToken)
    {
        // One more byte than is read: whoever sends that sends too much, whatever the headers say.
        var buffer = new byte[MostBytes + 1];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length > MostBytes
            ? new CalendarAnswer.Failed(CalendarFault.TooLarge)
            : new CalendarAnswer.Read(
                Encoding.UTF8.GetString(buffer, 0, length),
                response.Headers.ETag?.ToString(),
                response.Content.Headers.LastModified is { } modified
                    ? Instant.FromDateTimeOffset(modified)
                    : null);
    }
}
