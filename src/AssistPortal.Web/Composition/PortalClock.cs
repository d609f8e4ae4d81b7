using AssistPortal.Data.Time;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.Web.Composition;

/// <summary>The setting <c>Clock:Offset</c>, by which people see beforehand what time will do.</summary>
internal static class PortalClock
{
    private const string Setting = "Clock:Offset";

    // Beyond that some databases keep no moments, and nobody tries a trial.
    private static readonly Duration Most = Duration.FromDays(36_525);

    public static void AddPortalClock(this WebApplicationBuilder builder)
    {
        try
        {
            var shift = Read(builder.Configuration[Setting]);
            if (shift > Duration.Zero)
            {
                if (builder.Environment.IsProduction())
                {
                    throw new PortalStartException(
                        $"{Setting} is for trying the portal; in Production the clock is not shifted.");
                }

                builder.Services.AddShiftedClock(shift);
            }
        }
        finally
        {
            builder.Services.AddClocks();
        }
    }

    /// <exception cref="PortalStartException">It is no duration, or leads back.</exception>
    private static Duration Read(string? setting)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return Duration.Zero;
        }

        return LengthOf(setting) is { } shift && shift >= Duration.Zero && shift <= Most
            ? shift
            : throw new PortalStartException(
                $"{Setting} is not a duration in ISO 8601 from zero to 36525 days, such as P24D or PT36H.");
    }

    /// <summary>Null where the text is no duration of a certain length.</summary>
    private static Duration? LengthOf(string text)
    {
        try
        {
            return PeriodPattern.NormalizingIso.Parse(text.Trim())
                is { Success: true, Value: { Years: 0, Months: 0 } period }
                ? period.ToDuration()
                : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
