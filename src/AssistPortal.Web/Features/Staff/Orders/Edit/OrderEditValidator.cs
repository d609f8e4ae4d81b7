using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Shared;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Edit;

public sealed class OrderEditValidator : AbstractValidator<OrderEditInput>
{
    public OrderEditValidator(IStringLocalizer<SharedTexts> shared) => this.AddMessageRule(shared);
}
