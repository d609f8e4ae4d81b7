using AssistPortal.Assist.Desk;
using AssistPortal.Web.Features.Staff.Orders.List;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Views;

public sealed class SaveViewValidator : AbstractValidator<SaveViewInput>
{
    public SaveViewValidator(IStringLocalizer<StaffOrderViewsTexts> texts, IStringLocalizer<SharedTexts> shared) =>
        RuleFor(input => input.Name).RequiredName(OrderView.NameLength, () => texts["Name.Missing"], shared);
}
