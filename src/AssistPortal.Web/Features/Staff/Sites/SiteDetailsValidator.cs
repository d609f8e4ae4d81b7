using AssistPortal.Assist.Sites;
using AssistPortal.Web.Features.Staff.Packages;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Sites;

/// <summary>The rules of a site.</summary>
public sealed class SiteDetailsValidator(IStringLocalizer<SitesTexts> texts, IStringLocalizer<SharedTexts> shared)
{
    /// <param name="input">What was typed.</param>
    /// <param name="site">The site that is edited; null for a new one.</param>
    public ValidationResult Validate(SiteDetailsInput input, Site? site) =>
        new Rules(site, texts, shared).Validate(input);

    private sealed class Rules : AbstractValidator<SiteDetailsInput>
    {
        public Rules(Site? site, IStringLocalizer<SitesTexts> texts, IStringLocalizer<SharedTexts> shared)
        {
            RuleFor(input => input.Name).RequiredName(Site.NameLength, () => texts["Name.Missing"], shared);
            RuleFor(input => input.HostName).Cascade(CascadeMode.Stop)
                .Must(typed => HostName.Read(typed) is not null).WithMessage(_ => texts["HostName.Wrong"])
                .Must(typed => HostName.Read(typed)!.Length <= Site.HostNameLength)
                .WithMessage(_ => shared["Error.TooLong", Site.HostNameLength])
                .Must(
                    typed => site?.SchedulingPage is not { } page || SiteAddress.IsOnSite(page, HostName.Read(typed)!))
                .WithMessage(_ => texts["HostName.SchedulingPage", site!.SchedulingPage!]);
            RuleFor(input => input.Currency)
                .Must(typed => CurrencyCode.Read(typed) is not null).WithMessage(_ => texts["Currency.Wrong"]);
            RuleFor(input => input.IsActive)
                .Must(typed => typed is PackageInput.Yes or PackageInput.No)
                    .WithMessage(_ => texts["IsActive.Missing"]);
        }
    }
}
