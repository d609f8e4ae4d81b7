using System.Linq.Expressions;
using AssistPortal.Trials;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Starting;
using AssistPortal.Trials.Texts;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>Rules of services and of what they bring along, for a new trial and for one that gets more.</summary>
internal static class ServiceRules
{
    public static void AddServiceRules<T>(
        this AbstractValidator<T> validator, IStringLocalizer<CustomersTexts> texts, TrialWording words)
        where T : ServiceInput
    {
        validator.AddAmount(CloudService.Message, input => input.AmountMessage, texts, words);
        validator.AddAmount(CloudService.Meeting, input => input.AmountMeeting, texts, words);
        validator.AddAmount(CloudService.Call, input => input.AmountCall, texts, words);
        validator.AddAmount(CloudService.Room, input => input.AmountRoom, texts, words);
        validator.RuleFor(input => input.SiteUrl).Cascade(CascadeMode.Stop)
            .Must(typed => Tolerant.Code(typed).Length > 0).WithMessage(_ => texts["SiteUrl.Missing"])
            .Must(typed => SiteHost.Read(typed) is not null).WithMessage(_ => texts["SiteUrl.Wrong"])
            .When(input => input.Has(CloudService.Meeting));
    }

    /// <summary>Numbers that can be read, and not too many of them.</summary>
    public static IRuleBuilderOptions<T, string?> Numbers<T>(
        this IRuleBuilderInitial<T, string?> rule, IStringLocalizer<CustomersTexts> texts)
        where T : ServiceInput => rule.Cascade(CascadeMode.Stop)
            .Must(typed => UnreadIn(typed) is null)
                .WithMessage((_, typed) => texts["PhoneNumbers.Wrong", UnreadIn(typed)!])
            .Must(typed => TrialLines.Read(typed).Count <= PhoneNumbers.Most)
                .WithMessage(_ => texts["PhoneNumbers.TooMany", PhoneNumbers.Most]);

    private static void AddAmount<T>(
        this AbstractValidator<T> validator,
        CloudService service,
        Expression<Func<T, string?>> field,
        IStringLocalizer<CustomersTexts> texts,
        TrialWording words)
        where T : ServiceInput => validator.RuleFor(field)
            .Must(typed => Tolerant.Number(typed) is >= 1 and <= Trial.MostLicences)
            .WithMessage(_ => texts["Amount.Wrong", words.Service(service), $"{Trial.MostLicences:N0}"])
            .When(input => input.Has(service));

    private static string? UnreadIn(string? typed) =>
        TrialLines.Read(typed).FirstOrDefault(line => PhoneNumbers.Read(line) is null);
}
