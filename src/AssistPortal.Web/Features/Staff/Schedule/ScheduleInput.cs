using AssistPortal.Assist.Texts;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Schedule;

/// <summary>What the address says of the schedule; all of it may be missing.</summary>
public sealed class ScheduleInput
{
    public const string Day = "day";
    public const string Week = "week";

    public string? View { get; set; }

    public string? Date { get; set; }

    /// <summary>IANA zone; the coordinator's own where it is missing.</summary>
    public string? Zone { get; set; }

    /// <summary>Part of a producer's name.</summary>
    public string? Q { get; set; }

    /// <summary>Code of a package for which the producers are qualified.</summary>
    public string? Package { get; set; }

    public string? Page { get; set; }

    public bool IsWeek => Tolerant.Code(View).Equals(Week, StringComparison.OrdinalIgnoreCase);
}

public sealed class ScheduleValidator : AbstractValidator<ScheduleInput>
{
    public ScheduleValidator(IStringLocalizer<ScheduleTexts> texts)
    {
        RuleFor(input => input.Date)
            .Must(ShownDays.Take)
            .WithMessage(_ => texts["Date.Error", Wording.Date(ShownDays.All.Start), Wording.Date(ShownDays.All.End)]);
        RuleFor(input => input.Zone)
            .Must(typed => Tolerant.Code(typed).Length == 0 || Tolerant.Zone(typed) is not null)
            .WithMessage(_ => texts["Zone.Error"]);
    }
}
