using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;

namespace AssistPortal.UnitTests.Assist.Orders;

/// <summary>What an edited order costs.</summary>
public sealed class OrderTariffTests
{
    private static readonly ServicePackage Package = Priced(baseFee: 200_000, hourly: 20_000, rehearsal: 30_000);

    [Fact]
    public void What_costs_nothing_else_is_priced_as_it_was()
    {
        var order = Placed();
        var edit = OrderEdit.Of(order) with { Event = order.Event with { Topic = "Another" } };
        var (fee, rates) = OrderTariff.PriceOf(order, edit, Package);
        Assert.Equal(order.StandardFee.Lines, fee.Lines);
        Assert.Same(order.Rates, rates);
    }

    [Fact]
    public void The_same_package_goes_by_the_rates_that_were_copied_and_new_extras_by_today_s()
    {
        var order = Placed();
        var edit = OrderEdit.Of(order) with
        {
            DurationMinutes = 120,
            Extras = [new(ExtraKind.Rehearsal, 90), new(ExtraKind.Consultation, 90)],
        };
        var (fee, rates) = OrderTariff.PriceOf(order, edit, Package);
        Assert.Equal(
            [
                new(FeeKind.Base, null, 100_000),
                new(FeeKind.ExtraTime, 60, 10_000),
                new(FeeKind.Consultation, 90, 45_000),
                new(FeeKind.Rehearsal, 90, 15_000),
            ],
            fee.Lines);
        Assert.Equal((100_000, 10_000), (rates!.BaseFeeMinor, rates.ExtraHourFeeMinor));
    }

    [Fact]
    public void Another_package_goes_by_today_s_card()
    {
        var order = Placed(packageId: 5);
        var edit = OrderEdit.Of(order) with { PackageId = Package.Id };
        var (fee, rates) = OrderTariff.PriceOf(order, edit, Package);
        Assert.Equal((200_000 + 10_000 + 45_000, 200_000), (fee.TotalMinor, rates!.BaseFeeMinor));
    }

    [Fact]
    public void Terms_stay_and_a_meeting_with_another_number_is_not_the_one_that_was_picked()
    {
        var order = Placed();
        var terms = order.CancellationTiers.ToList();
        order.Edit(
            OrderEdit.Of(order) with
            {
                Event = order.Event with { MeetingNumber = "123456789" }, DurationMinutes = 120,
            },
            Package,
            order.ProducerId,
            SampleOrder.Now);
        Assert.Equal(terms, order.CancellationTiers);
        Assert.Null(order.SessionKey);
        Assert.Null(order.SessionHostEmail);
        Assert.Equal(order.StandardFee.TotalMinor, order.StandardFeeMinor);
        Assert.Equal(1, order.CalendarSequence);
    }

    [Fact]
    public void Nothing_but_the_contact_can_be_corrected_once_it_has_begun()
    {
        var order = Placed();
        Assert.Throws<InvalidOperationException>(() => order.Edit(
            OrderEdit.Of(order), Package, order.ProducerId, order.Time.Start));
        order.Correct(order.Contact with { Email = "new@customer.example" }, "");
        Assert.Equal("new@customer.example", order.Contact.Email);
        Assert.Contains("NEW@CUSTOMER.EXAMPLE", order.SearchText, StringComparison.Ordinal);
    }

    /// <summary>An order of 90 minutes with a rehearsal, placed by rates of half as much.</summary>
    private static Order Placed(int packageId = 0)
    {
        var card = Priced(baseFee: 100_000, hourly: 10_000, rehearsal: 10_000).RatesIn("USD");
        OrderedExtra[] extras = [new(ExtraKind.Rehearsal, 90)];
        return SampleOrder.Placed(SampleOrder.Command() with
        {
            PackageId = packageId,
            Fee = StandardFee.By(card, SampleOrder.Time.DurationMinutes, extras),
            Rates = OrderRates.Of(card, extras),
        });
    }

    private static ServicePackage Priced(long baseFee, long hourly, long rehearsal)
    {
        var package = SampleOrder.Package();
        package.Price("USD", new RateCardDetails(baseFee, 60, hourly, new()
        {
            [ExtraKind.Rehearsal] = new(rehearsal, 90),
            [ExtraKind.Consultation] = new(rehearsal, 90),
        }));
        return package;
    }
}
