using AssistPortal.Mail.Sending;
using NodaTime;

namespace AssistPortal.UnitTests.Mail;

public sealed class RetryTableTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(3, 30)]
    [InlineData(4, 120)]
    [InlineData(5, 240)]
    [InlineData(27, 240)]
    public void The_waits_grow_to_four_hours(int attempts, int minutes) =>
        Assert.Equal(Duration.FromMinutes(minutes), RetryTable.WaitAfter(attempts));

    [Fact]
    public void All_waits_together_stay_within_four_days()
    {
        var waits = Enumerable.Range(1, 100).Select(RetryTable.WaitAfter).TakeWhile(wait => wait is not null).ToList();
        var total = waits.Aggregate(Duration.Zero, (sum, wait) => sum + wait!.Value);

        Assert.InRange(total, Duration.FromDays(4) - Duration.FromHours(4), Duration.FromDays(4));
    }
}
