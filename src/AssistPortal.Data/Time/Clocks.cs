using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace AssistPortal.Data.Time;

/// <summary>
/// The portal's two clocks. <see cref="IClock"/> alone is what the domain calls now, and may be shifted to try what
/// time will do; under <see cref="Real"/> stands the one by which cookies, tokens, limits of guessing, leases and
/// retries run.
/// </summary>
public static class Clocks
{
    public const string Real = "real";

    /// <summary>The system's clock for both, but for what was registered before.</summary>
    public static IServiceCollection AddClocks(this IServiceCollection services)
    {
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddKeyedSingleton(Real, (provider, _) => provider.GetRequiredService<IClock>());
        return services;
    }

    /// <summary>Shifts what the domain calls now against the system's clock.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The shift leads back.</exception>
    public static IServiceCollection AddShiftedClock(this IServiceCollection services, Duration shift)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shift, Duration.Zero);
        return services
            .AddSingleton<IClock>(new ShiftedClock(shift))
            .AddKeyedSingleton<IClock>(Real, SystemClock.Instance);
    }

    private sealed class ShiftedClock(Duration shift) : IClock
    {
        public Instant GetCurrentInstant() => SystemClock.Instance.GetCurrentInstant() + shift;
    }
}
