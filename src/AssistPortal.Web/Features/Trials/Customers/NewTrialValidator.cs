using AssistPortal.Trials;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Organisations;
using AssistPortal.Trials.Texts;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Http;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Trials.Customers;

/// <summary>The rules of a new trial that its form alone can tell.</summary>
public sealed class NewTrialValidator : AbstractValidator<NewTrialInput>
{
    private const int MostAdministrators = 20;

    public NewTrialValidator(
        IStringLocalizer<CustomersTexts> texts,
        IStringLocalizer<TimesTexts> times,
        IStringLocalizer<SharedTexts> shared,
        TrialWording words)
    {
        RuleFor(input => input.Company).RequiredName(Organisation.NameLength, () => texts["Company.Missing"], shared);
        RuleFor(input => input.AdministratorEmails).Cascade(CascadeMode.Stop)
            .Must(typed => TrialLines.Read(typed).Count > 0).WithMessage(_ => texts["AdministratorEmails.Missing"])
            .Must((input, _) => input.Administrators().Count <= MostAdministrators)
            .WithMessage(_ => texts["AdministratorEmails.TooMany", MostAdministrators])
            .Must(typed => UnreadIn(typed) is null)
                .WithMessage((_, typed) => texts["AdministratorEmails.Wrong", UnreadIn(typed)!]);
        RuleFor(input => input.Country)
            .Must(typed => CountryNames.Codes.Contains(Tolerant.Code(typed).ToUpperInvariant()))
            .WithMessage(_ => texts["Country.Missing"]);
        RuleFor(input => input.TimeZone).TimeZone(times);
        RuleFor(input => input.Language)
            .Must(typed => Languages.IsSupported(Tolerant.Code(typed)))
            .WithMessage(_ => texts["Language.Missing"]);
        RuleFor(input => input.LengthDays)
            .Must(typed => Tolerant.Number(typed) is { } days && Trial.Lengths.Contains(days))
            .WithMessage(_ => texts["LengthDays.Missing"]);
        RuleFor(input => input.Services)
            .Must((input, _) => input.Chosen() is { Count: > 0 }).WithMessage(_ => texts["Services.Missing"]);
        this.AddServiceRules(texts, words);
        RuleFor(input => input.PhoneNumbers).Numbers(texts).When(input => input.Has(CloudService.Call));
    }

    private static string? UnreadIn(string? typed) => TrialLines.Read(typed)
        .FirstOrDefault(line => line.Length > TrialLengths.Email || !TextRules.IsEmail(line));
}
