using System.Text.Json;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;

namespace AssistPortal.Assist.Ordering;

/// <summary>
/// The rates and cancellation terms that step 3 showed beside its submit button. Its form carries them, so that nobody
/// orders for more than what was shown. Whoever forges them deceives nobody else.
/// </summary>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="DurationMinutes">Length of the event.</param>
/// <param name="BaseFeeMinor">The base fee, as all amounts in minor units.</param>
/// <param name="IncludedMinutes">Event time that it includes.</param>
/// <param name="ExtraHourFeeMinor">Fee per hour of event time beyond that.</param>
/// <param name="Extras">All extras of the package, ordered or not.</param>
/// <param name="Terms">The share that cancelling costs, by least hours before the start.</param>
public sealed record ShownTerms(
    string Currency,
    int DurationMinutes,
    long BaseFeeMinor,
    int IncludedMinutes,
    long ExtraHourFeeMinor,
    IReadOnlyList<ShownExtra> Extras,
    IReadOnlyDictionary<int, int> Terms)
{
    public static ShownTerms Of(ServicePackage package, RateCard rates, int durationMinutes) => new(
        rates.Currency,
        durationMinutes,
        rates.BaseFeeMinor,
        rates.IncludedMinutes,
        rates.ExtraHourFeeMinor,
        [.. rates.Extras.OrderBy(extra => extra.Kind)
            .Select(extra => new ShownExtra(extra.Kind, extra.HourlyFeeMinor, extra.MinimumMinutes))],
        package.CancellationTiers.ToDictionary(tier => tier.NoticeHours, tier => tier.Percent));

    /// <summary>What <see cref="Write"/> wrote; null for anything else.</summary>
    public static ShownTerms? Read(string? text)
    {
        try
        {
            return JsonSerializer.Deserialize<ShownTerms>(text
                ?? "", JsonSerializerOptions.Web) is { Extras: { } extras, Terms: not null } shown
                && extras.All(extra => extra is not null)
                ? shown
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    /// <summary>Whether the same choices cost more by now, or cancelling them does at some time.</summary>
    /// <param name="now">What holds by now.</param>
    /// <param name="extras">The extras that are ordered.</param>
    public bool AreExceededBy(ShownTerms now, IReadOnlyList<OrderedExtra> extras) =>
        Currency != now.Currency || !Offers(extras) || now.FeeOf(extras) > FeeOf(extras) || CancellingCostsMore(now);

    private bool Offers(IReadOnlyList<OrderedExtra> extras) =>
        extras.All(extra => Extras.Count(shown => shown.Kind == extra.Kind) == 1);

    private long FeeOf(IReadOnlyList<OrderedExtra> extras)
    {
        var extraRates = Extras.DistinctBy(extra => extra.Kind)
            .ToDictionary(extra => extra.Kind, extra => new ExtraFigures(extra.HourlyFeeMinor, extra.MinimumMinutes));
        var rates = new RateCardDetails(BaseFeeMinor, IncludedMinutes, ExtraHourFeeMinor, new(extraRates));
        return StandardFee.By(Currency, rates, DurationMinutes, extras).TotalMinor;
    }

    // Shares change only at the notices of either.
    private bool CancellingCostsMore(ShownTerms now) =>
        Terms.Keys.Union(now.Terms.Keys).Any(hours => now.ShareAt(hours) > ShareAt(hours));

    private int ShareAt(int hours) =>
        Terms.Where(tier => tier.Key <= hours)
            .OrderByDescending(tier => tier.Key)
            .Select(tier => tier.Value)
            .FirstOrDefault();
}

/// <summary>What an extra costs.</summary>
/// <param name="Kind">Which.</param>
/// <param name="HourlyFeeMinor">Fee per hour.</param>
/// <param name="MinimumMinutes">Least time charged.</param>
public sealed record ShownExtra(ExtraKind Kind, long HourlyFeeMinor, int MinimumMinutes);
