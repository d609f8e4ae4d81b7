using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.TestSupport.Directories;

/// <summary>How <see cref="WebexStub"/> reads and refuses.</summary>
internal static class StubWords
{
    public static async Task<StubRequest> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);

        // As it was sent: the path property is decoded.
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?')[0];
        return new StubRequest(
            request.Method,
            target.StartsWith("/v1/", StringComparison.Ordinal) ? target["/v1/".Length..] : target,
            request.Query.ToDictionary(field => field.Key, field => $"{field.Value}", StringComparer.Ordinal),
            request.Headers.ToDictionary(
                header => header.Key, header => $"{header.Value}", StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync());
    }

    public static Task RefuseAsync(HttpContext context, int status) => StubFault.Status(status).AnswerAsync(context);

    /// <summary>A time with its offset; without one, in the zone that stands beside it.</summary>
    public static Instant? Moment(string? text, DateTimeZone? zone = null)
    {
        if (OffsetDateTimePattern.ExtendedIso.Parse(text!) is { Success: true, Value: var time })
        {
            return time.ToInstant();
        }

        return LocalDateTimePattern.ExtendedIso.Parse(text!) is { Success: true, Value: var local }
            ? local.InZoneLeniently(zone ?? DateTimeZone.Utc).ToInstant()
            : null;
    }
}
