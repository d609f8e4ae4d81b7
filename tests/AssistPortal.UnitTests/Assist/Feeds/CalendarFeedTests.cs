using AssistPortal.Assist.Feeds;
using AssistPortal.UnitTests.Assist.Orders;

namespace AssistPortal.UnitTests.Assist.Feeds;

public sealed class CalendarFeedTests
{
    [Fact]
    public void What_is_no_hash_is_refused()
    {
        var feed = new CalendarFeed(Guid.NewGuid(), new string('A', CalendarFeed.HashLength), SampleOrder.Now);
        Assert.Throws<ArgumentOutOfRangeException>(() => feed.Replace("token", SampleOrder.Now));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CalendarFeed(Guid.NewGuid(), "", SampleOrder.Now));
        Assert.Equal(new string('A', CalendarFeed.HashLength), feed.Hash);
    }
}
