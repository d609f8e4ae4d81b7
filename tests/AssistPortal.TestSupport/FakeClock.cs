using NodaTime;

namespace AssistPortal.TestSupport;

/// <summary>A clock that moves only when told.</summary>
public sealed class FakeClock(Instant now) : IClock
{
    private readonly Lock gate = new();
    private Instant current = now;

    /// <summary>2026-12-01 09:00 UTC: both daylight-saving changes of 2027 lie within the ordering horizon.</summary>
    public static FakeClock AtStartOfDecember2026() => new(Instant.FromUtc(2026, 12, 1, 9, 0));

    public Instant GetCurrentInstant()
    {
        lock (gate)
        {
            return current;
        }
    }

    public void Advance(Duration by)
    {
        lock (gate)
        {
            current += by;
        }
    }

    public void Set(Instant instant)
    {
        lock (gate)
        {
            current = instant;
        }
    }
}
