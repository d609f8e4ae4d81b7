namespace AssistPortal.Assist.Packages;

/// <summary>The figures of a rate card, in minor units of its currency.</summary>
/// <param name="BaseFeeMinor">The base fee.</param>
/// <param name="IncludedMinutes">Event time that it includes.</param>
/// <param name="ExtraHourFeeMinor">Fee per hour of event time beyond that.</param>
/// <param name="Extras">The extras that are offered.</param>
public sealed record RateCardDetails(
    long BaseFeeMinor, int IncludedMinutes, long ExtraHourFeeMinor, SortedDictionary<ExtraKind, ExtraFigures> Extras)
{
    internal static RateCardDetails Of(RateCard card) => new(
        card.BaseFeeMinor,
        card.IncludedMinutes,
        card.ExtraHourFeeMinor,
        new(card.Extras.ToDictionary(
            extra => extra.Kind, extra => new ExtraFigures(extra.HourlyFeeMinor, extra.MinimumMinutes))));
}

/// <summary>What an extra costs per hour, and the least time charged.</summary>
public sealed record ExtraFigures(long HourlyFeeMinor, int MinimumMinutes);
