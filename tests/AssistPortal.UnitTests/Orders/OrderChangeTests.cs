using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.UnitTests.Orders;

public sealed class OrderChangeTests
{
    private static readonly Instant Start = SampleOrder.Time.Start;

    [Theory]
    [InlineData(-1, OrderPhase.Coming)]
    [InlineData(0, OrderPhase.Running)]
    [InlineData(89, OrderPhase.Running)]
    [InlineData(90, OrderPhase.Over)]
    public void An_order_is_as_far_as_its_event(int minutes, OrderPhase phase) =>
        Assert.Equal(phase, SampleOrder.Placed().PhaseAt(Start + Duration.FromMinutes(minutes)));

    [Fact]
    public void Moving_changes_start_and_producer_and_raises_the_sequence()
    {
        var order = SampleOrder.Placed();
        order.Move(Start + Duration.FromDays(1), producerId: 9, Start - Duration.FromHours(1));
        Assert.Equal((Start + Duration.FromDays(1), 90, 9, 1), (order.Time.Start, order.Time.DurationMinutes, order.ProducerId, order.CalendarSequence));
    }

    [Theory]
    [InlineData(168 * 60, 0, 0)]
    [InlineData((168 * 60) - 1, 50, 79_025)]
    [InlineData(48 * 60, 50, 79_025)]
    [InlineData((48 * 60) - 1, 100, 158_050)]
    [InlineData(1, 100, 158_050)]
    public void Cancelling_costs_what_the_tier_with_the_longest_notice_reached_says(int minutesBefore, int percent, long minor)
    {
        var order = SampleOrder.Placed();
        var now = Start - Duration.FromMinutes(minutesBefore);
        Assert.Equal(new CancellationFee(percent, new Money(minor, "USD")), order.CancellationFeeAt(now));
        order.Cancel(now);
        Assert.Equal((OrderState.Cancelled, now, minor, 1), (order.State, order.CancelledAt, order.CancellationFeeMinor, order.CalendarSequence));
    }

    [Fact]
    public void Half_a_minor_unit_is_rounded_up()
    {
        var order = SampleOrder.Placed(SampleOrder.Command() with
        {
            Fee = new StandardFee("JPY", [new FeeLine(FeeKind.Base, null, 101)]),
            CancellationTiers = [new CancellationTier { NoticeHours = 0, Percent = 50 }],
        });
        Assert.Equal(new Money(51, "JPY"), order.CancellationFeeAt(SampleOrder.Now).Amount);
    }

    [Fact]
    public void A_fee_holds_until_the_next_tier()
    {
        var order = SampleOrder.Placed();
        Assert.Equal(Start - Duration.FromDays(7), order.CancellationFeeHoldsUntil(SampleOrder.Now));
        Assert.Equal(Start - Duration.FromDays(2), order.CancellationFeeHoldsUntil(Start - Duration.FromDays(3)));
        Assert.Null(order.CancellationFeeHoldsUntil(Start - Duration.FromHours(1)));
    }

    [Fact]
    public void Without_terms_cancelling_is_free()
    {
        var order = SampleOrder.Placed(SampleOrder.Command() with { CancellationTiers = [] });
        Assert.Equal(0, order.CancellationFeeAt(Start - Duration.FromHours(1)).Amount.Minor);
        Assert.Null(order.CancellationFeeHoldsUntil(SampleOrder.Now));
    }

    [Fact]
    public void What_has_begun_or_is_cancelled_can_neither_be_moved_nor_cancelled()
    {
        var order = SampleOrder.Placed();
        Assert.Throws<InvalidOperationException>(() => order.Move(Start + Duration.FromDays(1), 7, Start));
        Assert.Throws<InvalidOperationException>(() => order.Cancel(Start));
        order.Cancel(SampleOrder.Now);
        Assert.Equal(OrderPhase.Cancelled, order.PhaseAt(SampleOrder.Now));
        Assert.Throws<InvalidOperationException>(() => order.Move(Start + Duration.FromDays(1), 7, SampleOrder.Now));
        Assert.Throws<InvalidOperationException>(() => order.Cancel(SampleOrder.Now));
    }
}
