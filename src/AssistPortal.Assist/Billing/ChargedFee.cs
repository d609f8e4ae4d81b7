using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;

namespace AssistPortal.Assist.Billing;

/// <summary>
/// What an order is charged: its standard fee as it was when it was placed, or what comes of it when the site's
/// contract replaces some of the rates. The same rules round both.
/// </summary>
/// <param name="Lines">In the order in which they are shown; amounts in minor units of the order's currency.</param>
internal sealed record ChargedFee(IReadOnlyList<ChargedLine> Lines)
{
    public long TotalMinor => Lines.Sum(line => line.AmountMinor);

    /// <summary>The whole fee of an order.</summary>
    /// <param name="order">The order with its fee lines.</param>
    /// <param name="contract">
    /// What the site has agreed for the package, with its extras. It counts only in the order's currency.
    /// </param>
    /// <exception cref="ArgumentException">The order was read without its fee lines.</exception>
    public static ChargedFee Of(Order order, Contract? contract)
    {
        if (order.FeeLines.Count == 0)
        {
            throw new ArgumentException($"Order {order.Id} has no fee lines.", nameof(order));
        }

        var standard = order.StandardFee.Lines;
        var charged = contract is null || contract.Currency != order.Currency
            ? standard
            : order.Rates is { } rates
                ? ByRates(order, rates, contract)
                : ByLines(standard, contract);
        return new ChargedFee(
            [.. charged.Select(line => new ChargedLine(line.Kind, line.Minutes, null, line.AmountMinor))]);
    }

    /// <summary>That share of the whole fee, half a minor unit rounded up; nothing where it comes to nothing.</summary>
    public IReadOnlyList<ChargedLine> ForCancellation(int percent) =>
        ((TotalMinor * percent) + 50) / 100 is > 0 and var amount
            ? [new ChargedLine(FeeKind.Cancellation, null, percent, amount)]
            : [];

    /// <summary>These lines, and those that a coordinator has added.</summary>
    public static IReadOnlyList<ChargedLine> With(
        IReadOnlyList<ChargedLine> lines, IReadOnlyList<FurtherLine> further) =>
        [.. lines, .. further.Select(line => line.Charged)];

    private static IReadOnlyList<FeeLine> ByRates(Order order, OrderRates rates, Contract contract)
    {
        var agreed = new RateCardDetails(
            contract.BaseFeeMinor ?? rates.BaseFeeMinor,
            contract.IncludedMinutes ?? rates.IncludedMinutes,
            contract.ExtraHourFeeMinor ?? rates.ExtraHourFeeMinor,
            new(rates.Extras.ToDictionary(extra => extra.Kind, extra => Agreed(extra, contract))));
        var ordered = rates.Extras.Select(extra => new OrderedExtra(extra.Kind, extra.Minutes));
        return StandardFee.By(order.Currency, agreed, order.Time.DurationMinutes, ordered).Lines;
    }

    private static ExtraFigures Agreed(OrderedExtraRate extra, Contract contract)
    {
        var own = contract.Extras.SingleOrDefault(item => item.Kind == extra.Kind);
        return new(own?.HourlyFeeMinor ?? extra.HourlyFeeMinor, own?.MinimumMinutes ?? extra.MinimumMinutes);
    }

    /// <summary>
    /// Of an order that is older than the record of its rates nobody knows what was ordered, only what was charged:
    /// fees are replaced, for the time that its lines charge; included and least times stay as they were.
    /// </summary>
    private static IReadOnlyList<FeeLine> ByLines(IReadOnlyList<FeeLine> standard, Contract contract)
    {
        var hourly = contract.Extras
            .Where(extra => extra.HourlyFeeMinor is not null)
            .ToDictionary(extra => StandardFee.KindOf(extra.Kind), extra => extra.HourlyFeeMinor!.Value);
        if (contract.ExtraHourFeeMinor is { } extraHour)
        {
            hourly.Add(FeeKind.ExtraTime, extraHour);
        }

        return
        [
            .. standard.Select(line => line switch
            {
                { Kind: FeeKind.Base } => line with { AmountMinor = contract.BaseFeeMinor ?? line.AmountMinor },
                { Minutes: { } minutes } when hourly.TryGetValue(line.Kind, out var fee) =>
                    line with { AmountMinor = StandardFee.AmountMinor(fee, minutes) },
                _ => line,
            }),
        ];
    }
}
