using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Orders;

public sealed class OrderTests
{
    [Fact]
    public void Placing_copies_every_part_of_the_command()
    {
        var command = SampleOrder.Command();
        var number = RequestNumber.Random();
        var id = Guid.CreateVersion7();

        var order = Order.Place(command, number, id, producerId: 7, SampleOrder.Now);

        Assert.Equal(
            (id, number.Compact, number, command.DraftId, command.HostUserId, 3, 5, 7),
            (
                order.Id, order.Number, order.RequestNumber, order.DraftId, order.HostUserId, order.SiteId,
                order.PackageId, order.ProducerId));
        Assert.Equal(
            (SampleOrder.Contact, SampleOrder.Time, SampleOrder.Event), (order.Contact, order.Time, order.Event));
        Assert.Equal(
            ("session-1", "en", OrderState.Placed, SampleOrder.Now, 0),
            (order.SessionKey, order.PageLanguage, order.State, order.PlacedAt, order.CalendarSequence));
        Assert.Equal($"order-{id:n}@assistportal", order.CalendarUid);
        Assert.Equal(
            command.SessionWishes, order.SessionWishes);
    }

    [Fact]
    public void The_fee_is_kept_line_by_line_with_its_sum_and_currency()
    {
        var command = SampleOrder.Command();

        var order = SampleOrder.Placed(command);

        Assert.Equal(158_050, order.StandardFeeMinor);
        Assert.Equal("USD", order.Currency);
        Assert.Equal(command.Fee.Lines, order.StandardFee.Lines);
        Assert.Equal(order.StandardFeeMinor, order.StandardFee.TotalMinor);
        Assert.Equal(command.Fee.Lines, order.FeeLines);
    }

    [Fact]
    public void Later_changes_of_the_catalogue_leave_fee_and_terms_as_they_were()
    {
        var rates = new RateCard("USD", new RateCardDetails(1_000, 60, 500, new()));
        List<CancellationTier> tiers = [new(48, 0), new(0, 100)];
        var order = SampleOrder.Placed(SampleOrder.Command() with
        {
            Fee = StandardFee.By(rates, 90, []), CancellationTiers = tiers,
        });

        rates.Change(new RateCardDetails(9_999, 60, 500, new()));
        tiers[0].Charge(75);
        tiers.Clear();

        Assert.Equal(1_250, order.StandardFee.TotalMinor);
        Assert.Equal([(48, 0), (0, 100)], order.CancellationTiers.Select(tier => (tier.NoticeHours, tier.Percent)));
    }

    [Fact]
    public void The_event_ends_on_the_wall_clock_of_its_zone()
    {
        var time = SampleOrder.Time;

        Assert.Equal(Instant.FromUtc(2027, 3, 17, 5, 0), time.End);
        Assert.Equal(new LocalDateTime(2027, 3, 16, 23, 30), time.LocalStart.LocalDateTime);
        Assert.Equal(new LocalDateTime(2027, 3, 17, 1, 0), time.LocalEnd.LocalDateTime);
    }

    [Fact]
    public void An_event_over_the_autumn_change_lasts_its_minutes_and_not_its_wall_clock()
    {
        var time = SampleOrder.Time with { Start = Instant.FromUtc(2027, 11, 7, 5, 30), DurationMinutes = 60 };

        Assert.Equal(new LocalTime(1, 30), time.LocalStart.TimeOfDay);
        Assert.Equal(new LocalTime(1, 30), time.LocalEnd.TimeOfDay);
    }
}
