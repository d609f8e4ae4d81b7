using AssistPortal.Mail.Digests;
using NodaTime.Text;

namespace AssistPortal.UnitTests.Mail.Digests;

public sealed class DigestTimeTests
{
    [Theory]
    [InlineData("2026-12-01T09:00:00Z", null, "2026-12-02T07:00:00Z")]
    [InlineData("2026-12-01T06:59:00Z", null, "2026-12-01T07:00:00Z")]
    [InlineData("2026-12-01T07:00:00Z", "nowhere", "2026-12-02T07:00:00Z")]
    [InlineData("2026-12-01T09:00:00Z", "America/New_York", "2026-12-01T12:00:00Z")]
    [InlineData("2027-03-13T20:00:00Z", "America/New_York", "2027-03-14T11:00:00Z")]
    public void The_digest_is_due_at_seven_in_the_morning_there(string now, string? zone, string due) => Assert.Equal(
        InstantPattern.ExtendedIso.Parse(due).Value,
        DigestTime.After(InstantPattern.ExtendedIso.Parse(now).Value, zone));
}
