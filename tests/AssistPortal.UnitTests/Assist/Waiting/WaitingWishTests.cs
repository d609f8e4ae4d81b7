using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Waiting;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Waiting;

public sealed class WaitingWishTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 12, 1, 9, 0);
    private static readonly Instant Start = Instant.FromUtc(2027, 1, 19, 17, 0);
    private static readonly Instant Until = Now + Duration.FromHours(2);

    private readonly WaitingWish wish = WaitingWish.Begin(Request(), Now);

    [Fact]
    public void It_waits_until_its_start_has_come()
    {
        Assert.Equal(WaitPhase.Waiting, wish.PhaseAt(Start - Duration.Epsilon));
        Assert.Equal(WaitPhase.Ended, wish.PhaseAt(Start));
    }

    [Fact]
    public void An_offer_lapses_by_itself()
    {
        wish.Offer(Until, Now);

        Assert.Equal(WaitPhase.Offered, wish.PhaseAt(Until - Duration.Epsilon));
        Assert.Equal(WaitPhase.Lapsed, wish.PhaseAt(Until));
        Assert.Equal(WaitPhase.Lapsed, wish.PhaseAt(Start));
    }

    [Fact]
    public void What_is_taken_stays_taken()
    {
        var draft = Guid.NewGuid();
        wish.Offer(Until, Now);

        wish.Take(draft, Now);

        Assert.Equal((WaitPhase.Taken, draft), (wish.PhaseAt(Start), wish.DraftId!.Value));
    }

    [Fact]
    public void Whoever_let_an_offer_run_out_waits_anew_from_now_on()
    {
        wish.Offer(Until, Now);

        wish.WaitAnew(Request(), Until);

        Assert.Equal(
            (WaitPhase.Waiting, Until, 1), (wish.PhaseAt(Until), wish.WaitingSince, wish.Offers));
        wish.Offer(Until + Duration.FromHours(2), Until);
        Assert.Equal(2, wish.Offers);
    }

    [Fact]
    public void It_is_offered_and_taken_only_in_its_turn()
    {
        Assert.Throws<InvalidOperationException>(() => wish.Take(Guid.NewGuid(), Now));
        Assert.Throws<InvalidOperationException>(() => wish.WaitAnew(Request(), Now));
        Assert.Throws<InvalidOperationException>(() => wish.Offer(Until, Start));

        wish.Offer(Until, Now);

        Assert.Throws<InvalidOperationException>(() => wish.Offer(Until, Now));
        Assert.Throws<InvalidOperationException>(() => wish.WaitAnew(Request(), Now));
        Assert.Throws<InvalidOperationException>(() => wish.Take(Guid.NewGuid(), Until));
    }

    private static WaitRequest Request() => new()
    {
        HostUserId = Guid.NewGuid(),
        SiteId = 1,
        PackageId = 1,
        Time = new EventTime { Start = Start, DurationMinutes = 60, TimeZone = "America/New_York" },
        Language = "en",
    };
}
