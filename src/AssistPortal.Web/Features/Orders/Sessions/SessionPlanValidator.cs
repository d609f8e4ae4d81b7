using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Shared;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Orders.Sessions;

/// <summary>The rules of the page; those of its lines are <see cref="SessionValidator"/>'s.</summary>
public sealed class SessionPlanValidator : AbstractValidator<SessionPlanInput>
{
    public SessionPlanValidator(IStringLocalizer<SharedTexts> shared) => this.AddMessageRule(shared);
}
