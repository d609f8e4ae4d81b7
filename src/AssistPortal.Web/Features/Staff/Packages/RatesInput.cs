using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Packages;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>
/// The rates of a card or a contract as typed: amounts in major units of its currency, extras under their kind.
/// </summary>
public sealed class RatesInput
{
    public string? BaseFee { get; set; }

    public string? IncludedMinutes { get; set; }

    public string? ExtraHourFee { get; set; }

    public FieldDictionary HourlyFees { get; } = [];

    public FieldDictionary LeastMinutes { get; } = [];

    /// <summary>The version of what is edited as the form was made.</summary>
    public string? Version { get; set; }

    /// <summary>The form of a card that is not there yet.</summary>
    public static RatesInput New(int version) => new() { IncludedMinutes = "60", Version = $"{version}" };

    public static RatesInput From(RateCard card, int version)
    {
        var input = new RatesInput
        {
            BaseFee = AmountReader.Write(card.BaseFeeMinor, card.Currency),
            IncludedMinutes = $"{card.IncludedMinutes}",
            ExtraHourFee = AmountReader.Write(card.ExtraHourFeeMinor, card.Currency),
            Version = $"{version}",
        };
        foreach (var extra in card.Extras)
        {
            input.HourlyFees[$"{extra.Kind}"] = AmountReader.Write(extra.HourlyFeeMinor, card.Currency);
            input.LeastMinutes[$"{extra.Kind}"] = $"{extra.MinimumMinutes}";
        }

        return input;
    }

    /// <summary>The form of a contract in the site's currency.</summary>
    public static RatesInput From(Contract? contract, string currency)
    {
        var input = new RatesInput { Version = $"{contract?.Version}" };
        if (contract is null)
        {
            return input;
        }

        input.BaseFee = Text(contract.BaseFeeMinor, currency);
        input.IncludedMinutes = $"{contract.IncludedMinutes}";
        input.ExtraHourFee = Text(contract.ExtraHourFeeMinor, currency);
        foreach (var extra in contract.Extras)
        {
            input.HourlyFees[$"{extra.Kind}"] = Text(extra.HourlyFeeMinor, currency);
            input.LeastMinutes[$"{extra.Kind}"] = $"{extra.MinimumMinutes}";
        }

        return input;
    }

    /// <summary>
    /// The card; the form has passed <see cref="RatesValidator"/>. An extra without a fee is not offered.
    /// </summary>
    public RateCardDetails ReadCard(string currency) => new(
        Minor(BaseFee, currency)!.Value,
        Tolerant.Number(IncludedMinutes)!.Value,
        Minor(ExtraHourFee, currency)!.Value,
        new(Enum.GetValues<ExtraKind>()
            .Where(kind => Minor(HourlyFees[$"{kind}"], currency) is not null)
            .ToDictionary(kind => kind, kind => new ExtraFigures(
                Minor(HourlyFees[$"{kind}"], currency)!.Value, Tolerant.Number(LeastMinutes[$"{kind}"])!.Value))));

    /// <summary>
    /// The contract; the form has passed <see cref="RatesValidator"/>. What is empty stays at the standard rate.
    /// </summary>
    public ContractTerms ReadContract(string currency) => new(
        Minor(BaseFee, currency),
        Tolerant.Number(IncludedMinutes),
        Minor(ExtraHourFee, currency),
        new((from kind in Enum.GetValues<ExtraKind>()
             let terms = new ContractExtraTerms(
                 Minor(HourlyFees[$"{kind}"], currency), Tolerant.Number(LeastMinutes[$"{kind}"]))
             where terms != new ContractExtraTerms(null, null)
             select (kind, terms)).ToDictionary(item => item.kind, item => item.terms)));

    private static string? Text(long? minor, string currency) =>
        minor is { } amount ? AmountReader.Write(amount, currency) : null;

    private static long? Minor(string? typed, string currency) => AmountReader.Read(typed, currency).Minor;
}
