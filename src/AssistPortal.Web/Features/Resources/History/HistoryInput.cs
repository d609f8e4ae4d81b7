using AssistPortal.Web.Features.Orders;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using AssistPortal.Web.Shared.Paging;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Resources.History;

/// <summary>What the address says of the history; all of it may be missing.</summary>
public sealed class HistoryInput
{
    /// <summary>Words that an order is found by.</summary>
    public string? Q { get; set; }

    /// <summary>One of <see cref="OrderProgress.All"/>.</summary>
    public string? State { get; set; }

    /// <summary>Code of a package.</summary>
    public string? Package { get; set; }

    /// <summary>Key of a site.</summary>
    public string? Site { get; set; }

    /// <summary>First day of the events.</summary>
    public string? From { get; set; }

    /// <summary>Last day of the events.</summary>
    public string? To { get; set; }

    /// <summary>The list goes on below this place: see <see cref="MomentKey"/>.</summary>
    public string? Before { get; set; }

    /// <summary>The list ends above this place.</summary>
    public string? After { get; set; }
}

/// <summary>
/// What is asked for and can't be read is told, not left out: the file would hold more than was asked for.
/// </summary>
public sealed class HistoryValidator : AbstractValidator<HistoryInput>
{
    public HistoryValidator(IStringLocalizer<HistoryTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.State)
            .Must(typed => IsEmpty(typed) || HistoryFilter.ReadState(typed) is not null)
            .WithMessage(_ => texts["State.Wrong"]);
        RuleFor(input => input.Site)
            .Must(typed => IsEmpty(typed) || Tolerant.Number(typed) is not null)
            .WithMessage(_ => texts["Site.Wrong"]);
        RuleFor(input => input.From)
            .Must(IsDay).WithMessage((_, typed) => shared.DateError(typed, texts["Date.Wrong"]));
        RuleFor(input => input.To).Cascade(CascadeMode.Stop)
            .Must(IsDay).WithMessage((_, typed) => shared.DateError(typed, texts["Date.Wrong"]))
            .Must((input, to) =>
                Tolerant.Date(input.From) is not { } from || Tolerant.Date(to) is not { } last || from <= last)
            .WithMessage(_ => texts["To.BeforeFrom"]);
    }

    private static bool IsEmpty(string? typed) => Tolerant.Code(typed).Length == 0;

    // Far from the ends of the calendar, so that a day has neighbours in every zone.
    private static bool IsDay(string? typed) =>
        IsEmpty(typed) || Tolerant.Date(typed) is { Year: >= 1900 and < 2200 };
}
