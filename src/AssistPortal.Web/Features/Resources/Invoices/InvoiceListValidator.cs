using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Resources.Invoices;

/// <summary>
/// What is asked for and can't be read is told, not left out: the list would show, or save, more than was asked for.
/// </summary>
public sealed class InvoiceListValidator : AbstractValidator<InvoiceListInput>
{
    private const int LastYear = 9999;

    public InvoiceListValidator(IStringLocalizer<InvoicesTexts> texts)
    {
        RuleFor(input => input.Year)
            .Must(typed => IsEmpty(typed) || Tolerant.Number(typed) is > 0 and <= LastYear)
                .WithMessage(_ => texts["Filter.Year.Error"]);
        RuleFor(input => input.Kind)
            .Must(typed => IsEmpty(typed) || InvoiceFilter.ReadKind(typed) is not null)
                .WithMessage(_ => texts["Filter.Kind.Error"]);
        RuleFor(input => input.Site)
            .Must(typed => IsEmpty(typed) || Tolerant.Number(typed) is not null)
                .WithMessage(_ => texts["Filter.Site.Error"]);
    }

    private static bool IsEmpty(string? typed) => Tolerant.Code(typed).Length == 0;
}
