using AssistPortal.Assist.Texts;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.List;

public sealed class OrderListValidator : AbstractValidator<OrderListInput>
{
    public OrderListValidator(IStringLocalizer<StaffOrderListTexts> texts)
    {
        RuleFor(input => input.From).Must(ShownDays.Take).WithMessage(_ => Error());
        RuleFor(input => input.To).Must(ShownDays.Take).WithMessage(_ => Error());

        string Error() =>
            texts["Filter.Date.Error", Wording.Date(ShownDays.All.Start), Wording.Date(ShownDays.All.End)];
    }
}
