using NodaTime.Testing;

namespace AssistPortal.TestSupport;

public static class TestClock
{
    /// <summary>2026-12-01 09:00 UTC: both daylight-saving changes of 2027 lie within the ordering horizon.</summary>
    public static FakeClock AtStartOfDecember2026() => FakeClock.FromUtc(2026, 12, 1, 9, 0, 0);
}
