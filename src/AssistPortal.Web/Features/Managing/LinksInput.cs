using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Managing;

/// <summary>Whose links are to be mailed again, as typed. The name is a public contract.</summary>
public sealed class LinksInput
{
    public string? Email { get; set; }
}

public sealed class LinksValidator : AbstractValidator<LinksInput>
{
    public LinksValidator(IStringLocalizer<ManagingTexts> texts, IStringLocalizer<SharedTexts> shared) =>
        RuleFor(input => input.Email).EmailAddress(() => texts["Email.Missing"], shared);
}
