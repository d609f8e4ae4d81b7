using AssistPortal.Data.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AssistPortal.Trials.Timekeeping;

/// <summary>
/// Notices when this machine's clock is set ahead while the portal runs: the time that has passed, which the machine
/// counts too, is less than what the clock says. Somebody may have to set it right before what nothing brings back is
/// done by it.
/// </summary>
internal sealed partial class ClockWatch(
    [FromKeyedServices(Clocks.Real)] IClock clock, TimeProvider time, ILogger<ClockWatch> logger)
{
    /// <summary>So far a clock may be off; machines that sleep or are moved lose some minutes as well.</summary>
    private static readonly Duration Tolerance = Duration.FromMinutes(10);

    /// <summary>For how long nothing irreversible is done after a jump.</summary>
    private static readonly Duration Rest = Duration.FromHours(1);

    private (Instant Clock, long Timestamp)? last;
    private Duration ahead;
    private long jumpedAt;

    /// <summary>Whether the clock has run evenly for long enough, as far as this process has seen.</summary>
    public bool IsSteady()
    {
        var (now, timestamp) = (clock.GetCurrentInstant(), time.GetTimestamp());
        if (last is { } before)
        {
            var jump = now - before.Clock - Since(before.Timestamp, timestamp);
            if (jump > Tolerance)
            {
                (ahead, jumpedAt) = (ahead + jump, timestamp);
                LogJump((long)jump.TotalMinutes);
            }
            else if (jump < -Tolerance)
            {
                ahead = Duration.Max(ahead + jump, Duration.Zero);
            }
        }

        last = (now, timestamp);
        if (ahead > Tolerance && Since(jumpedAt, timestamp) >= Rest)
        {
            // Nobody has set it back: it is right now, and was wrong before.
            ahead = Duration.Zero;
        }

        return ahead <= Tolerance;
    }

    private Duration Since(long began, long ended) => Duration.FromTimeSpan(time.GetElapsedTime(began, ended));

    [LoggerMessage(
        1,
        LogLevel.Error,
        "The clock of this machine was set ahead by {Minutes} min. Trials that would end by it are left alone for an "
        + "hour: set it right if it is wrong.")]
    private partial void LogJump(long minutes);
}
