using AssistPortal.Assist.Packages;

namespace AssistPortal.Assist.Billing;

/// <summary>
/// What a contract replaces; null leaves the standard rate. Amounts are minor units of the site's currency.
/// </summary>
/// <param name="BaseFeeMinor">The base fee.</param>
/// <param name="IncludedMinutes">Event time that it includes.</param>
/// <param name="ExtraHourFeeMinor">Fee per hour of event time beyond that.</param>
/// <param name="Extras">The extras of which something is replaced.</param>
public sealed record ContractTerms(
    long? BaseFeeMinor,
    int? IncludedMinutes,
    long? ExtraHourFeeMinor,
    SortedDictionary<ExtraKind, ContractExtraTerms> Extras)
{
    /// <summary>Whether nothing at all is replaced.</summary>
    public bool IsEmpty =>
        BaseFeeMinor is null && IncludedMinutes is null && ExtraHourFeeMinor is null && Extras.Count == 0;

    public static ContractTerms Of(Contract contract) => new(
        contract.BaseFeeMinor,
        contract.IncludedMinutes,
        contract.ExtraHourFeeMinor,
        new(contract.Extras.ToDictionary(
            extra => extra.Kind, extra => new ContractExtraTerms(extra.HourlyFeeMinor, extra.MinimumMinutes))));
}

/// <summary>What a contract replaces of an extra.</summary>
public sealed record ContractExtraTerms(long? HourlyFeeMinor, int? MinimumMinutes);
