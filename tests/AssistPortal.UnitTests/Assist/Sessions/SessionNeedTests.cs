using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sessions;
using AssistPortal.TestSupport.Details;
using AssistPortal.UnitTests.Assist.Orders;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Sessions;

public sealed class SessionNeedTests
{
    [Theory]
    [InlineData(FeeKind.Consultation, true, false, SessionKind.Consultation, 90)]
    [InlineData(FeeKind.Rehearsal, true, false, SessionKind.Rehearsal, 90)]
    [InlineData(FeeKind.ExtraTime, true, false, SessionKind.Rehearsal, 0)]
    [InlineData(FeeKind.ExtraTime, true, true, SessionKind.Consultation, 0)]
    [InlineData(FeeKind.Rehearsal, false, true, SessionKind.Rehearsal, 90)]
    public void Wishes_belong_to_what_was_ordered_or_else_to_what_the_package_has(
        FeeKind ordered, bool isWished, bool includesConsultation, SessionKind owed, int minutes)
    {
        var package = SampleOrder.Package(SampleDetails.Package() with { IncludesConsultation = includesConsultation });
        var need = Assert.Single(SessionNeed.AllOf(Placed(ordered, isWished), package, []), need => need.IsOwed);
        Assert.Equal((owed, minutes, isWished), (need.Kind, need.OrderedMinutes, need.IsWished));
    }

    [Fact]
    public void What_is_included_is_shown_and_owed_to_nobody()
    {
        var package = SampleOrder.Package(
            SampleDetails.Package() with { IncludesPlanningCall = true, IncludesRehearsal = true });
        var needs = SessionNeed.AllOf(Placed(FeeKind.ExtraTime, isWished: false), package, []);
        Assert.Equal([SessionKind.PlanningCall, SessionKind.Rehearsal], needs.Select(need => need.Kind));
        Assert.DoesNotContain(needs, need => need.IsOwed);
    }

    [Theory]
    [InlineData(true, 15)]
    [InlineData(true, 60)]
    [InlineData(false, 60, 30)]
    [InlineData(false, 60, 60)]
    public void Ninety_minutes_take_ninety_minutes(bool isOwed, params int[] lengths)
    {
        var order = Placed(FeeKind.Rehearsal, isWished: true);
        var sessions = Array.ConvertAll(lengths, minutes => OrderSession.Schedule(
            order.Id, SessionKind.Rehearsal, 7, SampleOrder.Now + Duration.FromDays(9), minutes));
        Assert.Equal(isOwed, Assert.Single(SessionNeed.AllOf(order, SampleOrder.Package(), sessions)).IsOwed);
    }

    [Fact]
    public void Production_hours_count_what_was_bought_and_tell_an_overrun()
    {
        var package = SampleOrder.Package(SampleDetails.Package() with { ProductionMinutes = 120 });
        var whole = new OrderWithRelations(
            Placed(FeeKind.Rehearsal, isWished: false), package, SampleOrder.Site(), SampleOrder.Producer());
        var session = OrderSession.Schedule(
            whole.Order.Id, SessionKind.Rehearsal, 7, SampleOrder.Now + Duration.FromDays(9), 60);

        // The event of 90 minutes with 30 before and 15 after it.
        Assert.Equal(new ProductionHours(120, 90, 135 + 60), ProductionHours.Of(whole, [session]));
        Assert.Equal(
            (210, 15, 0),
            ProductionHours.Of(whole, [session])! is var left ? (left.Total, left.Left, left.Over) : default);
        Assert.Equal(
            (0, 45), ProductionHours.Of(whole, [session, session])! is var over ? (over.Left, over.Over) : default);
        session.Cancel(SampleOrder.Now);
        Assert.Equal(135, ProductionHours.Of(whole, [session])!.Used);
        package.Change(SampleDetails.Package());
        Assert.Null(ProductionHours.Of(whole, [session]));
    }

    private static Order Placed(FeeKind extra, bool isWished) => SampleOrder.Placed(SampleOrder.Command() with
    {
        Fee = new StandardFee("USD", [new FeeLine(FeeKind.Base, null, 125_000), new FeeLine(extra, 90, 27_000)]),
        SessionWishes = isWished ? [new LocalDateTime(2027, 3, 10, 14, 0)] : [],
    });
}
