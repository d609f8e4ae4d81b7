using AssistPortal.Assist.Attention;
using AssistPortal.UnitTests.Assist.Orders;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Attention;

public sealed class OrderAttentionTests
{
    [Fact]
    public void What_is_raised_again_is_due_at_the_earlier_moment()
    {
        var attention = new OrderAttention(Guid.NewGuid(), AttentionReason.Session, SampleOrder.Now);
        attention.Raise(SampleOrder.Now + Duration.FromHours(1));
        Assert.Equal(SampleOrder.Now, attention.DueAt);
        attention.Raise(SampleOrder.Now - Duration.FromHours(1));
        Assert.Equal(SampleOrder.Now - Duration.FromHours(1), attention.DueAt);
        attention.MoveTo(SampleOrder.Now + Duration.FromDays(1));
        Assert.Equal(SampleOrder.Now + Duration.FromDays(1), attention.DueAt);
    }

    [Fact]
    public void An_order_needs_nobody_for_a_reason_that_has_no_name() => Assert.Throws<ArgumentOutOfRangeException>(
        () => new OrderAttention(Guid.NewGuid(), (AttentionReason)99, SampleOrder.Now));
}
