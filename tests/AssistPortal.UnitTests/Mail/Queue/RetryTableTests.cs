using AssistPortal.Mail;
using AssistPortal.Mail.Queue;
using NodaTime;

namespace AssistPortal.UnitTests.Mail.Queue;

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
        Assert.Equal(Duration.FromMinutes(minutes), new RetryTable(new RetryOptions()).WaitAfter(attempts));

    [Fact]
    public void All_waits_together_stay_within_four_days()
    {
        var waits = Enumerable.Range(1, 100)
            .Select(new RetryTable(new RetryOptions()).WaitAfter)
            .TakeWhile(wait => wait is not null)
            .ToList();
        var total = waits.Aggregate(Duration.Zero, (sum, wait) => sum + wait!.Value);

        Assert.InRange(total, Duration.FromDays(4) - Duration.FromHours(4), Duration.FromDays(4));
    }

    [Fact]
    public void The_table_is_a_setting()
    {
        var table = new RetryTable(new RetryOptions
        {
            Waits = [TimeSpan.FromSeconds(2)], Later = TimeSpan.FromSeconds(10), GiveUpAfter = TimeSpan.FromSeconds(25),
        });

        Assert.Equal(
            [Duration.FromSeconds(2), Duration.FromSeconds(10), Duration.FromSeconds(10), null],
            Enumerable.Range(1, 4).Select(table.WaitAfter));
    }
}
