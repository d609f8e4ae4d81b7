using AssistPortal.Assist.Sites;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Sites;

/// <summary>The rules of a site's directory settings.</summary>
public sealed class SiteValidator(IStringLocalizer<SitesTexts> texts, IStringLocalizer<SharedTexts> shared)
{
    public ValidationResult Validate(SiteInput input, Site site) => new Rules(site, texts, shared).Validate(input);

    private sealed class Rules : AbstractValidator<SiteInput>
    {
        public Rules(Site site, IStringLocalizer<SitesTexts> texts, IStringLocalizer<SharedTexts> shared)
        {
            RuleFor(input => input.DirectoryKind)
                .Must(typed => Enum.GetNames<DirectoryKind>().Contains(typed, StringComparer.Ordinal))
                    .WithMessage(_ => texts["DirectoryKind.Wrong"]);
            RuleFor(input => input.ScheduleChange)
                .Must(typed => Enum.GetNames<ScheduleChange>().Contains(typed, StringComparer.Ordinal))
                    .WithMessage(_ => texts["ScheduleChange.Wrong"]);
            RuleFor(input => input.SchedulingPage).Cascade(CascadeMode.Stop)
                .Must(typed => Tolerant.Code(typed).Length == 0
                    || SiteAddress.IsOnSite(Tolerant.Code(typed), site.HostName))
                .WithMessage(_ => texts["SchedulingPage.Wrong", site.HostName])
                .Must(typed => Tolerant.Code(typed).Length <= Site.AddressLength)
                .WithMessage(_ => shared["Error.TooLong", Site.AddressLength]);
        }
    }
}
