using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Managing;

/// <summary>The new date and time of an order as typed. The names are a public contract.</summary>
public sealed class UpdateInput : IStartFields
{
    public string? StartDate { get; set; }

    public string? StartTime { get; set; }

    public string? Fold { get; set; }

    /// <summary>The order's version that the page showed.</summary>
    public string? Version { get; set; }
}

public sealed class UpdateValidator : AbstractValidator<UpdateInput>
{
    public UpdateValidator(IStringLocalizer<TimesTexts> times, IStringLocalizer<SharedTexts> shared) =>
        this.AddStartRules(times, shared);
}
