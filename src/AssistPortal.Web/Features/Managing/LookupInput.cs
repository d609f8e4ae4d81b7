using AssistPortal.Assist.Orders;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Managing;

/// <summary>The search for an order as typed. The names are a public contract.</summary>
public sealed class LookupInput
{
    public string? RequestNumber { get; set; }

    public string? Email { get; set; }

    /// <summary>A form that was posted after access had ended, protected; it goes on after searching.</summary>
    public string? Carried { get; set; }
}

public sealed class LookupValidator : AbstractValidator<LookupInput>
{
    public LookupValidator(IStringLocalizer<ManagingTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.RequestNumber).Cascade(CascadeMode.Stop)
            .Must(typed => Tolerant.Code(typed).Length > 0).WithMessage(_ => texts["RequestNumber.Missing"])
            .Must(typed => RequestNumber.TryParse(typed, out _)).WithMessage(_ => texts["RequestNumber.Mistyped"]);
        RuleFor(input => input.Email).EmailAddress(() => texts["Email.Missing"], shared);
    }
}
