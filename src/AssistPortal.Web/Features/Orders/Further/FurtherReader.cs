using AssistPortal.Assist.Billing;
using AssistPortal.Data;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Orders.Further;

/// <summary>Reads the further lines of an invoice, and tells of each what is wrong at its field.</summary>
public sealed class FurtherReader(IStringLocalizer<FurtherTexts> texts, IStringLocalizer<SharedTexts> shared)
{
    /// <param name="typed">What was typed.</param>
    /// <param name="currency">ISO 4217 code: it says how many decimals there may be.</param>
    /// <param name="modelState">Takes what is wrong.</param>
    public IReadOnlyList<FurtherLine> Read(
        IReadOnlyList<FurtherLineInput> typed, string currency, ModelStateDictionary modelState)
    {
        List<FurtherLine> lines = [];
        Rules rules = new(texts, shared);
        foreach (var (place, line) in typed.Index().Where(item => item.Item.IsTyped))
        {
            var result = rules.Validate(line);
            foreach (var error in result.Errors)
            {
                modelState.AddModelError(NameOf(place, error.PropertyName), error.ErrorMessage);
            }

            if (Amount(line.Amount, currency, NameOf(place, nameof(line.Amount)), modelState) is { } minor
                && result.IsValid)
            {
                lines.Add(new FurtherLine(Tolerant.Text(line.Text), minor, Tolerant.Text(line.Reason)));
            }
        }

        if (lines.Count > FurtherLine.Most)
        {
            modelState.AddModelError(NameOf(FurtherLine.Most, "Text"), texts["Lines.TooMany", FurtherLine.Most]);
        }

        return lines;
    }

    /// <summary>Tells that more is taken off than there is to pay.</summary>
    public void RefuseTotal(IReadOnlyList<FurtherLineInput> typed, ModelStateDictionary modelState)
    {
        var place = typed.Index().LastOrDefault(item => Sign(item.Item.Amount) < 0).Index;
        modelState.AddModelError(NameOf(place, "Amount"), texts["Total.BelowZero"]);
    }

    public static string NameOf(int place, string field) => $"Further[{place}].{field}";

    private long? Amount(string? typed, string currency, string field, ModelStateDictionary modelState)
    {
        var sign = Sign(typed);
        var text = sign < 0 ? Tolerant.Code(typed)[1..] : typed;
        var (minor, fault) = AmountReader.Read(text, currency);
        if (minor is > 0 and var amount)
        {
            return sign * amount;
        }

        var digits = Money.MinorDigits(currency);
        var example = AmountReader.Write(12_000L * Money.MinorUnits(currency) / 100, currency);
        modelState.AddModelError(field, fault switch
        {
            AmountFault.TooManyDecimals when digits == 0 => texts["Amount.NoDecimals", currency],
            AmountFault.TooManyDecimals => texts["Amount.TooManyDecimals", currency, digits],
            AmountFault.TooLarge => texts["Amount.TooLarge", new Money(AmountReader.Most, currency).ToString()],
            AmountFault.Unreadable when digits == 0 => texts["Amount.WrongWhole", example, currency],
            AmountFault.Unreadable => texts["Amount.Wrong", example],
            _ => texts["Amount.Missing"],
        });
        return null;
    }

    private static int Sign(string? typed) => Tolerant.Code(typed) is ['-' or '\u2212' or '\u2013', ..] ? -1 : 1;

    private sealed class Rules : AbstractValidator<FurtherLineInput>
    {
        public Rules(IStringLocalizer<FurtherTexts> texts, IStringLocalizer<SharedTexts> shared)
        {
            RuleFor(line => line.Text).RequiredText(FurtherLine.TextLength, () => texts["Text.Missing"], shared);
            RuleFor(line => line.Reason).RequiredText(FurtherLine.ReasonLength, () => texts["Reason.Missing"], shared);
        }
    }
}
