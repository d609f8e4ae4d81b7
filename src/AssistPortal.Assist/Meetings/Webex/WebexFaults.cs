using System.Net;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Assist.Meetings.Webex;

/// <summary>Reads the API's refusals.</summary>
internal static class WebexFaults
{
    private const int TrackingIdLength = 100;

    /// <summary>For how long a directory that is too busy, and does not say until when, is left alone.</summary>
    private static readonly Duration UsualPause = Duration.FromSeconds(10);

    // Times in HTTP headers; .NET's own reading would ask the machine's clock.
    private static readonly LocalDateTimePattern HttpDate =
        LocalDateTimePattern.CreateWithInvariantCulture("ddd, dd MMM uuuu HH':'mm':'ss 'GMT'");

    public static bool IsBusy(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.Locked;

    public static DirectoryFault Of(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => DirectoryFault.AccessRefused,
        HttpStatusCode.NotFound or HttpStatusCode.Gone => DirectoryFault.NotFound,
        HttpStatusCode.TooManyRequests or HttpStatusCode.Locked => DirectoryFault.Busy,
        HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => DirectoryFault.Unavailable,
        >= HttpStatusCode.BadRequest => DirectoryFault.Rejected,
        _ => DirectoryFault.Unreadable,
    };

    /// <summary>How long the directory asks to be left alone.</summary>
    public static Duration PauseOf(HttpResponseMessage response, Instant now)
    {
        var header = response.Headers.TryGetValues("Retry-After", out var values) ? values.FirstOrDefault() : null;
        if (long.TryParse(header, System.Globalization.NumberStyles.None, null, out var seconds))
        {
            return Duration.FromSeconds(Math.Min(seconds, (long)DirectoryCircuit.LongestPause.TotalSeconds));
        }

        return HttpDate.Parse(header ?? "") is { Success: true, Value: var date }
            ? Duration.Max(Duration.Zero, date.InUtc().ToInstant() - now)
            : UsualPause;
    }

    /// <summary>The name that the directory gave the request, made harmless; null where it gave none.</summary>
    public static string? TrackingIdOf(HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        var id = FromBody(body)
            ?? (response.Headers.TryGetValues("trackingid", out var values) ? values.FirstOrDefault() : null);
        var plain = string.Concat(
            (id ?? "").Where(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_' or '.' or ':'));
        return plain.Length == 0 ? null : plain[..Math.Min(plain.Length, TrackingIdLength)];
    }

    private static string? FromBody(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<Refusal>(body, JsonSerializerOptions.Web)?.TrackingId;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Refusal(string? TrackingId);
}
