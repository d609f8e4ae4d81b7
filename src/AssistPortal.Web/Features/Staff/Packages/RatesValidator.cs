using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Data;
using AssistPortal.Web.Shared.Forms;
using FluentValidation.Results;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>The rules of rates, for cards and contracts.</summary>
public sealed class RatesValidator(IStringLocalizer<CatalogueTexts> texts)
{
    private const int MostMinutes = 720;

    public ValidationResult ValidateCard(RatesInput input, string currency) =>
        new(Failures(input, currency, isContract: false));

    /// <summary>A contract may leave anything empty, but not all.</summary>
    public ValidationResult ValidateContract(RatesInput input, string currency)
    {
        var result = new ValidationResult(Failures(input, currency, isContract: true));
        if (result.IsValid && input.ReadContract(currency).IsEmpty)
        {
            result.Errors.Add(new ValidationFailure(nameof(input.BaseFee), texts["Contract.Empty"]));
        }

        return result;
    }

    private IEnumerable<ValidationFailure> Failures(RatesInput input, string currency, bool isContract)
    {
        List<(string Field, string? Message)> checks =
        [
            (nameof(input.BaseFee), Amount(input.BaseFee, currency, isRequired: !isContract)),
            (nameof(input.IncludedMinutes), Minutes(input.IncludedMinutes, 0, 15, isRequired: !isContract)),
            (nameof(input.ExtraHourFee), Amount(input.ExtraHourFee, currency, isRequired: !isContract)),
        ];
        foreach (var kind in Enum.GetNames<ExtraKind>())
        {
            var isOffered = AmountReader.Read(input.HourlyFees[kind], currency).Fault != AmountFault.Empty;
            checks.Add(
                ($"{nameof(input.HourlyFees)}[{kind}]", Amount(input.HourlyFees[kind], currency, isRequired: false)));
            checks.Add((
                $"{nameof(input.LeastMinutes)}[{kind}]",
                Minutes(
                    input.LeastMinutes[kind],
                    StandardFee.StepMinutes,
                    StandardFee.StepMinutes,
                    isRequired: isOffered && !isContract)));
        }

        return checks.Where(check => check.Message is not null)
            .Select(check => new ValidationFailure(check.Field, check.Message));
    }

    private string? Amount(string? typed, string currency, bool isRequired)
    {
        var digits = Money.MinorDigits(currency);
        return AmountReader.Read(typed, currency).Fault switch
        {
            AmountFault.Empty when isRequired => texts["Amount.Missing"].Value,
            AmountFault.Unreadable when digits == 0 =>
                texts["Amount.WrongWhole", AmountReader.Write(125_000, currency), currency].Value,
            AmountFault.Unreadable => texts["Amount.Wrong", AmountReader.Write(125_000, currency)].Value,
            AmountFault.TooManyDecimals when digits == 0 => texts["Amount.NoDecimals", currency].Value,
            AmountFault.TooManyDecimals => texts["Amount.TooManyDecimals", currency, digits].Value,
            AmountFault.TooLarge => texts["Amount.TooLarge", new Money(AmountReader.Most, currency).ToString()].Value,
            _ => null,
        };
    }

    private string? Minutes(string? typed, int least, int step, bool isRequired) =>
        (isRequired || Tolerant.Code(typed).Length > 0) && !typed.IsMinutes(least, MostMinutes, step)
            ? texts["Minutes.Wrong", least, MostMinutes, step].Value
            : null;
}
