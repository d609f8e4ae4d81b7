using AssistPortal.Assist.Reports;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;
using NodaTime;

namespace AssistPortal.Web.Features.Staff.Reports;

public sealed class ReportValidator : AbstractValidator<ReportInput>
{
    public ReportValidator(IStringLocalizer<ReportsTexts> texts, IClock clock)
    {
        RuleFor(input => input.From).Must(IsMonth).WithMessage(_ => texts["Month.Error"]);
        RuleFor(input => input.To).Must(IsMonth).WithMessage(_ => texts["Month.Error"]);
        RuleFor(input => input.To)
            .Must((input, _) => CountOf(input, clock) > 0)
            .WithMessage(_ => texts["Months.Order"])
            .Must((input, _) => CountOf(input, clock) <= MonthlyFigures.MostMonths)
            .WithMessage(_ => texts["Months.Most", MonthlyFigures.MostMonths])
            .When(input => IsMonth(input.From) && IsMonth(input.To));
    }

    private static int CountOf(ReportInput input, IClock clock)
    {
        var span = ReportSpan.Of(input, clock.GetCurrentInstant());
        return ReportQuestion.CountOf(span.First, span.Last);
    }

    private static bool IsMonth(string? typed) =>
        Tolerant.Code(typed).Length == 0
        || (Tolerant.Month(typed) is { } month && ShownDays.All.Contains(month.OnDayOfMonth(1)));
}
