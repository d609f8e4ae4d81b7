using AssistPortal.Assist.Ordering;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.New;

/// <summary>
/// What can be said of the fields one by one; <see cref="NewOrderReader"/> reads them as a whole.
/// </summary>
public sealed class NewOrderValidator : AbstractValidator<NewOrderInput>
{
    public NewOrderValidator(IStringLocalizer<NewOrderTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.SiteId)
            .Must(typed => Tolerant.Number(typed) is not null).WithMessage(_ => texts["SiteId.Missing"]);
        RuleFor(input => input.PackageCode)
            .Must(typed => Tolerant.Code(typed).Length > 0).WithMessage(_ => texts["PackageCode.Missing"]);
        RuleFor(input => input.HostEmail).OptionalEmailAddress(shared);
        RuleFor(input => input.MailLanguage)
            .Must(typed => Tolerant.Code(typed).Length == 0 || Languages.IsSupported(Tolerant.Code(typed)))
            .WithMessage(_ => texts["MailLanguage.Wrong"]);
        RuleFor(input => input.OverrideReason).OptionalText(ShortNotice.ReasonLength, shared);
    }
}
