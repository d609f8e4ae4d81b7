using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>
/// What can be said of step 1's fields one by one; <see cref="AvailabilityReader"/> reads them as a whole.
/// </summary>
public sealed class AvailabilityValidator : AbstractValidator<AvailabilityInput>
{
    public AvailabilityValidator(
        IStringLocalizer<OrderingTexts> texts, IStringLocalizer<TimesTexts> times, IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.FirstName).RequiredName(
            ContactDetails.NameLength, () => texts["FirstName.Missing"], shared);
        RuleFor(input => input.LastName).RequiredName(
            ContactDetails.NameLength, () => texts["LastName.Missing"], shared);
        RuleFor(input => input.Phone).PhoneNumber(() => texts["Phone.Missing"], shared);
        RuleFor(input => input.Email).EmailAddress(() => texts["Email.Missing"], shared);
        RuleFor(input => input.Company).RequiredName(
            ContactDetails.CompanyLength, () => texts["Company.Missing"], shared);
        RuleFor(input => input.OverrideReason).OptionalText(ShortNotice.ReasonLength, shared);
        RuleFor(input => input.SiteId).NotEmpty().WithMessage(_ => texts["SiteId.Missing"]);
        RuleFor(input => input.PackageCode).NotEmpty().WithMessage(_ => texts["PackageCode.Missing"]);
        this.AddStartRules(times, shared);
        RuleFor(input => input.TimeZone).TimeZone(times);
        RuleFor(input => input.DurationMinutes).Cascade(CascadeMode.Stop)
            .Must(typed => Tolerant.Code(typed).Length > 0).WithMessage(_ => texts["Duration.Missing"])
            .Must(IsDuration)
                .WithMessage(_ => texts["Duration.Wrong", EventTime.MinimumMinutes, EventTime.MaximumMinutes]);
    }

    private static bool IsDuration(string? typed) =>
        Tolerant.Number(typed) is >= EventTime.MinimumMinutes and <= EventTime.MaximumMinutes and var minutes
        && minutes % QuarterHours.Minutes == 0;
}
