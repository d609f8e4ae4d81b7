using System.Globalization;
using AssistPortal.UnitTests.Texts;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Times;
using NodaTime;
using NodaTime.Text;

namespace AssistPortal.UnitTests.Web.Shared;

public sealed class RelativeTimeTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 12, 1, 20, 0);

    private readonly RelativeTime relative = new(Localizers.Of<SharedTexts>());

    [Theory]
    [InlineData("2027-01-02T04:00:00Z", "Etc/UTC", "in 32 days")]
    [InlineData("2027-01-02T04:00:00Z", "America/New_York", "in 31 days")]
    [InlineData("2026-12-03T01:00:00Z", "Etc/UTC", "in 2 days")]
    [InlineData("2026-12-02T20:00:00Z", "Etc/UTC", "in 1 day")]
    [InlineData("2026-12-02T19:00:00Z", "Etc/UTC", "in 23 hours")]
    [InlineData("2026-11-29T23:00:00Z", "Etc/UTC", "2 days ago")]
    [InlineData("2026-11-29T23:00:00Z", "Asia/Taipei", "2 days ago")]
    [InlineData("2026-12-01T19:30:00Z", "Etc/UTC", "30 minutes ago")]
    public void D8_From_a_day_on_days_are_those_of_the_readers_calendar(string moment, string zone, string words)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var (then, reader) = (InstantPattern.General.Parse(moment).Value, DateTimeZoneProviders.Tzdb[zone]);

        Assert.Equal(words, relative.Of(then, Now, reader));
    }

    [Fact]
    public void D8_A_host_counts_the_same_days() =>
        Assert.Equal(
            32,
            new OwnTime(DateTimeZone.Utc, Now, relative).DaysUntil(Instant.FromUtc(2027, 1, 2, 4, 0)));
}
