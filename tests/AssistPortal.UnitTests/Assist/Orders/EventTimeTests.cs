using AssistPortal.Assist.Orders;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Orders;

public sealed class EventTimeTests
{
    private static readonly Instant Noon = Instant.FromUtc(2027, 3, 16, 12, 0);

    [Theory]
    [InlineData(0, 60, 0, 60)]
    [InlineData(0, 50, 0, 60)]
    [InlineData(7, 45, 0, 60)]
    [InlineData(7, 60, 0, 75)]
    [InlineData(-5, 5, -15, 30)]
    [InlineData(0, 1_440, 0, 720)]
    [InlineData(0, int.MaxValue, 0, 720)]
    public void What_can_be_ordered_for_a_meeting_covers_it_in_quarters_of_an_hour(
        int start, int minutes, int ordered, int length)
    {
        var time = new EventTime
        {
            Start = Noon + Duration.FromMinutes(start), DurationMinutes = minutes, TimeZone = "Asia/Taipei",
        };

        Assert.Equal(
            time with { Start = Noon + Duration.FromMinutes(ordered), DurationMinutes = length }, time.Orderable());
    }
}
