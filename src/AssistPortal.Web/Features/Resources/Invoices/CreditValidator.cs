using AssistPortal.Assist.Billing;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Resources.Invoices;

public sealed class CreditValidator : AbstractValidator<CreditInput>
{
    public CreditValidator(IStringLocalizer<InvoicesTexts> texts, IStringLocalizer<SharedTexts> shared) =>
        RuleFor(input => input.Note).RequiredText(Invoice.NoteLength, () => texts["Credit.Note.Missing"], shared);
}
