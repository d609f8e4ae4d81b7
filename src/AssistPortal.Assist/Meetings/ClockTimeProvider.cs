using NodaTime;

namespace AssistPortal.Assist.Meetings;

/// <summary>The portal's clock for what asks .NET's: its time, with the machine's timers.</summary>
internal sealed class ClockTimeProvider(IClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.GetCurrentInstant().ToDateTimeOffset();
}
