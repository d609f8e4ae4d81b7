using AssistPortal.Assist.Packages;

namespace AssistPortal.Assist.Orders;

/// <summary>
/// The standard rates as they were when an order was placed, with what it ordered: a contract may replace some of them
/// when it is charged. Amounts are whole minor units of the order's currency.
/// </summary>
/// <param name="BaseFeeMinor">The base fee.</param>
/// <param name="IncludedMinutes">Event time that it includes.</param>
/// <param name="ExtraHourFeeMinor">Fee per hour of event time beyond that.</param>
/// <param name="Extras">The extras that were ordered.</param>
public sealed record OrderRates(
    long BaseFeeMinor, int IncludedMinutes, long ExtraHourFeeMinor, IReadOnlyList<OrderedExtraRate> Extras)
{
    public static OrderRates Of(RateCard rates, IEnumerable<OrderedExtra> ordered) => new(
        rates.BaseFeeMinor,
        rates.IncludedMinutes,
        rates.ExtraHourFeeMinor,
        [
            .. from extra in ordered
               join rate in rates.Extras on extra.Kind equals rate.Kind
               orderby extra.Kind
               select new OrderedExtraRate(extra.Kind, extra.Minutes, rate.HourlyFeeMinor, rate.MinimumMinutes),
        ]);
}

/// <summary>An ordered extra with its rate.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Minutes">How much of it was ordered.</param>
/// <param name="HourlyFeeMinor">Fee per hour.</param>
/// <param name="MinimumMinutes">Least time charged.</param>
public sealed record OrderedExtraRate(ExtraKind Kind, int Minutes, long HourlyFeeMinor, int MinimumMinutes);
