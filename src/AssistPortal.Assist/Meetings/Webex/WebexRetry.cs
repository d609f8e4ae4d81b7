using Microsoft.Extensions.Http.Resilience;
using NodaTime;
using Polly;

namespace AssistPortal.Assist.Meetings.Webex;

/// <summary>
/// A directory that is busy is asked again after the pause that it names, where that fits into the call's time.
/// </summary>
internal static class WebexRetry
{
    private const int MostTries = 3;

    // What a repeated request needs beside the pause itself.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(200);

    public static HttpRetryStrategyOptions By(IClock clock)
    {
        return new HttpRetryStrategyOptions
        {
            MaxRetryAttempts = MostTries - 1,
            ShouldHandle = arguments => ValueTask.FromResult(
                arguments.Outcome.Result is { } response
                && WebexFaults.IsBusy(response.StatusCode)
                && Pause(response) + Margin < Left(arguments.Context)),
            DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(Pause(arguments.Outcome.Result!)),
        };

        TimeSpan Pause(HttpResponseMessage response) =>
            WebexFaults.PauseOf(response, clock.GetCurrentInstant()).ToTimeSpan();
    }

    private static TimeSpan Left(ResilienceContext context) =>
        context.GetRequestMessage()!.Options.TryGetValue(DirectoryCall.OfRequest, out var call)
            ? call.Left
            : TimeSpan.Zero;
}
