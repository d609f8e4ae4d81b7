using AssistPortal.Assist.Sessions;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Orders.Sessions;

public sealed class SessionValidator : AbstractValidator<SessionInput>
{
    public SessionValidator(
        IStringLocalizer<TimesTexts> times, IStringLocalizer<SessionsTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.Kind)
            .Must(typed => KindOf(typed) is not null).WithMessage(_ => texts["Session.Kind.Error"]);
        RuleFor(input => input.ProducerId)
            .Must(typed => Tolerant.Number(typed) is not null).WithMessage(_ => texts["Session.Producer.Error"]);
        this.AddStartRules(times, shared);
        RuleFor(input => input.DurationMinutes)
            .Must((input, typed) => Tolerant.Number(typed) is { } minutes
                && minutes is > 0 && minutes % 15 == 0
                && minutes <= SessionNeed.LongestMinutes(KindOf(input.Kind) ?? SessionKind.Rehearsal))
            .WithMessage(input => texts["Session.Duration.Error", SessionNeed.LongestMinutes(KindOf(input.Kind)
                ?? SessionKind.Rehearsal)]);
        this.AddMessageRule(shared);
    }

    internal static SessionKind? KindOf(string? typed) =>
        Enum.TryParse<SessionKind>(Tolerant.Code(typed), ignoreCase: true, out var kind) && Enum.IsDefined(kind)
            ? kind
            : null;
}
