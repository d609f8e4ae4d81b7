using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using FsCheck;
using FsCheck.Fluent;

namespace AssistPortal.UnitTests.Assist.Orders;

public sealed class StandardFeeTests
{
    [Theory]
    [InlineData(30)]
    [InlineData(45)]
    [InlineData(60)]
    public void The_base_fee_covers_the_included_time(int minutes)
    {
        var fee = StandardFee.By(Rates(), minutes, []);

        Assert.Equal([new FeeLine(FeeKind.Base, null, 50_000)], fee.Lines);
        Assert.Equal(50_000, fee.TotalMinor);
        Assert.Equal("USD", fee.Currency);
    }

    [Theory]
    [InlineData(75, 30, 6_000)]
    [InlineData(90, 30, 6_000)]
    [InlineData(105, 60, 12_000)]
    [InlineData(120, 60, 12_000)]
    [InlineData(720, 660, 132_000)]
    public void Time_beyond_it_is_charged_in_half_hours(int minutes, int charged, long amount)
    {
        var fee = StandardFee.By(Rates(), minutes, []);

        Assert.Equal(new FeeLine(FeeKind.ExtraTime, charged, amount), fee.Lines[1]);
        Assert.Equal(50_000 + amount, fee.TotalMinor);
    }

    [Theory]
    [InlineData(30, 90, 27_000)]
    [InlineData(90, 90, 27_000)]
    [InlineData(91, 120, 36_000)]
    [InlineData(120, 120, 36_000)]
    [InlineData(150, 150, 45_000)]
    public void An_extra_costs_at_least_its_minimum(int ordered, int charged, long amount)
    {
        var fee = StandardFee.By(Rates(), 60, [new OrderedExtra(ExtraKind.Rehearsal, ordered)]);

        Assert.Equal(new FeeLine(FeeKind.Rehearsal, charged, amount), fee.Lines[1]);
    }

    [Fact]
    public void A_minimum_between_half_hours_is_rounded_up()
    {
        var rates = Rates(extras: [(ExtraKind.RecordingEditing, new ExtraFigures(6_000, 50))]);

        Assert.Equal(
            new FeeLine(FeeKind.RecordingEditing, 60, 6_000),
            StandardFee.By(rates, 60, [new OrderedExtra(ExtraKind.RecordingEditing, 30)]).Lines[1]);
    }

    [Fact]
    public void Half_a_minor_unit_is_rounded_up()
    {
        var rates = Rates(currency: "JPY", extraHour: 101);

        var fee = StandardFee.By(rates, 90, []);

        Assert.Equal(51, fee.Lines[1].AmountMinor);
        Assert.Equal("JPY", fee.Currency);
    }

    [Fact]
    public void Lines_come_in_the_order_of_the_kinds_however_extras_were_ordered()
    {
        var rates = Rates(extras: [.. Enum.GetValues<ExtraKind>().Select(kind => (kind, new ExtraFigures(100, 90)))]);

        var fee = StandardFee.By(
            rates, 90, Enum.GetValues<ExtraKind>().Reverse().Select(kind => new OrderedExtra(kind, 90)));

        Assert.Equal(
            Enum.GetValues<FeeKind>().Except([FeeKind.Cancellation, FeeKind.Further]),
            fee.Lines.Select(line => line.Kind));
    }

    [Fact]
    public void An_extra_without_a_rate_is_a_programmers_error() =>
        Assert.Throws<InvalidOperationException>(
            () => StandardFee.By(Rates(), 60, [new OrderedExtra(ExtraKind.Consultation, 60)]));

    [Fact]
    public void Amounts_are_exact_and_never_less_for_more_time() =>
        Prop.ForAll(
            (from hourly in Gen.Choose(0, 5_000_000)
             from included in Gen.Choose(0, 24).Select(quarters => quarters * 15)
             from minutes in Gen.Choose(2, 48).Select(quarters => quarters * 15)
             from extra in Gen.Choose(1, 24).Select(halves => halves * 30)
             select (hourly, included, minutes, extra)).ToArbitrary(),
            drawn =>
            {
                var rates = Rates(extraHour: drawn.hourly, included: drawn.included);
                OrderedExtra[] extras = [new(ExtraKind.Rehearsal, drawn.extra)];

                var fee = StandardFee.By(rates, drawn.minutes, extras);
                var longer = StandardFee.By(rates, drawn.minutes + 15, extras);

                var steps = Math.Ceiling(Math.Max(0, drawn.minutes - drawn.included) / 30m);
                var expected =
                    50_000 + Math.Ceiling(drawn.hourly * steps / 2) + (18_000 * Math.Max(90, drawn.extra) / 60m);
                Assert.Equal(expected, fee.TotalMinor);
                Assert.True(longer.TotalMinor >= fee.TotalMinor);
                Assert.All(fee.Lines, line => Assert.True(line.Minutes is null or > 0));
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    /// <summary>Rates with a rehearsal at 18,000 an hour and 90 minutes at least, and these extras.</summary>
    private static RateCard Rates(
        string currency = "USD",
        long extraHour = 12_000,
        int included = 60,
        params (ExtraKind Kind, ExtraFigures Figures)[] extras)
    {
        var all = new SortedDictionary<ExtraKind, ExtraFigures> { [ExtraKind.Rehearsal] = new(18_000, 90) };
        foreach (var (kind, figures) in extras)
        {
            all[kind] = figures;
        }

        return new RateCard(currency, new RateCardDetails(50_000, included, extraHour, all));
    }
}
