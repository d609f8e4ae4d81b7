using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Shared;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Orders.Sessions;

public sealed class SessionCancelValidator : AbstractValidator<SessionCancelInput>
{
    public SessionCancelValidator(IStringLocalizer<SharedTexts> shared) => this.AddMessageRule(shared);
}
