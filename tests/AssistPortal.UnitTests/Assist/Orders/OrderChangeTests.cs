using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Data;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Orders;

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
        Assert.Equal(
            (Start + Duration.FromDays(1), 90, 9, 1),
            (order.Time.Start, order.Time.DurationMinutes, order.ProducerId, order.CalendarSequence));
    }

    [Fact]
    public void A_move_in_a_tier_that_costs_keeps_its_share_as_the_least_that_cancelling_costs()
    {
        var order = SampleOrder.Placed();
        order.Move(Start + Duration.FromDays(1), 7, Start - Duration.FromDays(8));
        Assert.Equal(0, order.LeastCancellationPercent);

        order.Move(Start + Duration.FromDays(60), 7, Start - Duration.FromDays(2));
        Assert.Equal(50, order.LeastCancellationPercent);
        Assert.Equal(
            [new(50, order.Time.Start - Duration.FromDays(2)), new CancellationPeriod(100, null)],
            order.CancellationTerms.Periods);

        order.Move(Start + Duration.FromDays(90), 7, order.Time.Start - Duration.FromHours(30));
        Assert.Equal(new CancellationPeriod(100, null), Assert.Single(order.CancellationTerms.Periods));
        order.Move(Start + Duration.FromDays(95), 7, order.Time.Start - Duration.FromDays(30));
        Assert.Equal(100, order.LeastCancellationPercent);

        order.LiftLeastCancellation();
        Assert.Equal(0, order.CancellationTerms.At(order.Time.Start - Duration.FromDays(30)).Percent);
        Assert.Throws<InvalidOperationException>(order.LiftLeastCancellation);
    }

    [Fact]
    public void Of_two_moves_at_the_end_of_a_tier_each_keeps_the_share_of_its_own_moment()
    {
        var end = Start - Duration.FromDays(7);
        foreach (var (now, percent) in new[] { (end, 0), (end + Duration.Epsilon, 50) })
        {
            var order = SampleOrder.Placed();
            order.Move(Start + Duration.FromDays(30), 7, now);
            Assert.Equal(percent, order.LeastCancellationPercent);
        }
    }

    [Fact]
    public void A_move_by_staff_keeps_nothing_new_and_lifts_nothing()
    {
        var order = SampleOrder.Placed();
        order.Move(Start + Duration.FromDays(1), 7, Start - Duration.FromHours(1), isByStaff: true);
        Assert.Equal(0, order.LeastCancellationPercent);
        order.Move(Start + Duration.FromDays(60), 7, order.Time.Start - Duration.FromDays(3));
        order.Move(Start + Duration.FromDays(61), 7, order.Time.Start - Duration.FromHours(1), isByStaff: true);
        Assert.Equal(50, order.LeastCancellationPercent);
    }

    [Theory]
    [InlineData(168 * 60, 0, 0)]
    [InlineData((168 * 60) - 1, 50, 79_025)]
    [InlineData(48 * 60, 50, 79_025)]
    [InlineData((48 * 60) - 1, 100, 158_050)]
    [InlineData(1, 100, 158_050)]
    public void Cancelling_costs_what_the_tier_with_the_longest_notice_reached_says(
        int minutesBefore, int percent, long minor)
    {
        var order = SampleOrder.Placed();
        var now = Start - Duration.FromMinutes(minutesBefore);
        var quote = CancellationQuote.Of(order, contract: null, now);
        Assert.Equal((percent, new Money(minor, "USD")), (quote.Percent, quote.Amount));
        order.Cancel(now, quote.Amount.Minor);
        Assert.Equal(
            (OrderState.Cancelled, now, minor, 1),
            (order.State, order.CancelledAt, order.CancellationFeeMinor, order.CalendarSequence));
    }

    [Fact]
    public void Half_a_minor_unit_is_rounded_up()
    {
        var order = SampleOrder.Placed(SampleOrder.Command() with
        {
            Fee = new StandardFee("JPY", [new FeeLine(FeeKind.Base, null, 101)]),
            CancellationTiers = [new CancellationTier(0, 50)],
        });
        Assert.Equal(new Money(51, "JPY"), CancellationQuote.Of(order, contract: null, SampleOrder.Now).Amount);
    }

    [Fact]
    public void A_fee_holds_until_the_next_tier()
    {
        var order = SampleOrder.Placed();
        Assert.Equal(Start - Duration.FromDays(7), order.CancellationTerms.At(SampleOrder.Now).Until);
        Assert.Equal(Start - Duration.FromDays(2), order.CancellationTerms.At(Start - Duration.FromDays(3)).Until);
        Assert.Null(order.CancellationTerms.At(Start - Duration.FromHours(1)).Until);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(45)]
    [InlineData(60 * 24 * 30)]
    public void Staff_cancel_what_did_not_take_place_for_the_tier_of_the_shortest_notice(int minutesAfter)
    {
        var order = SampleOrder.Placed();
        var now = Start + Duration.FromMinutes(minutesAfter);
        Assert.False(order.CanCancelAt(now, isByStaff: false));
        Assert.Throws<InvalidOperationException>(() => order.Cancel(now, 0));
        Assert.Equal(new CancellationPeriod(100, null), order.CancellationTerms.At(now));
        order.Cancel(now, 158_050, isByStaff: true);
        Assert.Equal((OrderState.Cancelled, 158_050), (order.State, order.CancellationFeeMinor));
        Assert.False(order.CanCancelAt(now, isByStaff: true));

        var completed = SampleOrder.Placed();
        completed.Complete(now);
        Assert.Throws<InvalidOperationException>(() => completed.Cancel(now, 0, isByStaff: true));
    }

    [Fact]
    public void A_report_of_fewer_than_nobody_is_refused_and_changes_nothing()
    {
        var order = SampleOrder.Placed();
        order.Complete(order.Time.End);
        Assert.Throws<ArgumentOutOfRangeException>(() => order.NoteReport(-1, 1, [], order.Time.End));
        Assert.Null(order.Report);
        order.NoteReport(120, 99, [new Uri("https://rec.example/a")], order.Time.End);
        Assert.Throws<ArgumentOutOfRangeException>(() => order.NoteReport(120, -1, [], order.Time.End));
        Assert.Equal((120, 99), (order.Report!.Registered, order.Report.Attended));
        Assert.Single(order.Recordings);
    }

    [Fact]
    public void Only_a_completed_order_is_reopened_and_it_keeps_its_report()
    {
        var order = SampleOrder.Placed();
        Assert.Throws<InvalidOperationException>(order.Reopen);
        order.Complete(order.Time.End);
        order.NoteReport(120, 99, [], order.Time.End);

        order.Reopen();

        Assert.Equal((OrderState.Placed, null), (order.State, order.CompletedAt));
        Assert.True(order.CanCompleteAt(order.Time.End));
        Assert.True(order.IsReported(120, 99, []));
    }

    [Fact]
    public void A_report_is_the_same_when_figures_and_recordings_in_their_order_are()
    {
        Uri[] recordings = [new("https://rec.example/a"), new("https://REC.example/b")];
        var order = SampleOrder.Placed();
        order.Complete(order.Time.End);
        Assert.False(order.IsReported(null, null, []));
        order.NoteReport(120, null, recordings, order.Time.End);

        Assert.True(order.IsReported(120, null, [new("https://rec.example/a"), new("https://rec.example/b")]));
        Assert.False(order.IsReported(120, 0, recordings));
        Assert.False(order.IsReported(null, null, recordings));
        Assert.False(order.IsReported(120, null, [recordings[1], recordings[0]]));
        Assert.False(order.IsReported(120, null, []));
    }

    [Fact]
    public void Without_terms_cancelling_is_free()
    {
        var order = SampleOrder.Placed(SampleOrder.Command() with { CancellationTiers = [] });
        Assert.True(CancellationQuote.Of(order, contract: null, Start - Duration.FromHours(1)).IsFree);
        Assert.True(CancellationQuote.Of(order, contract: null, Start + Duration.FromHours(1)).IsFree);
        Assert.Equal(new CancellationPeriod(0, null), Assert.Single(order.CancellationTerms.Periods));
    }

    [Fact]
    public void What_has_begun_or_is_cancelled_can_neither_be_moved_nor_cancelled()
    {
        var order = SampleOrder.Placed();
        Assert.Throws<InvalidOperationException>(() => order.Move(Start + Duration.FromDays(1), 7, Start));
        Assert.Throws<InvalidOperationException>(() => order.Cancel(Start, 0));
        order.Cancel(SampleOrder.Now, 0);
        Assert.Equal(OrderPhase.Cancelled, order.PhaseAt(SampleOrder.Now));
        Assert.Throws<InvalidOperationException>(() => order.Move(Start + Duration.FromDays(1), 7, SampleOrder.Now));
        Assert.Throws<InvalidOperationException>(() => order.Cancel(SampleOrder.Now, 0));
    }
}
