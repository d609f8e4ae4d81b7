using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Page;

public sealed class ReportContactValidator : AbstractValidator<ReportContactInput>
{
    public ReportContactValidator(IStringLocalizer<StaffOrderTexts> texts) =>
        RuleFor(input => input.ReportEmail).Must(TextRules.IsEmail).WithMessage(_ => texts["ReportEmail.Error"]);
}
