using AssistPortal.Assist.Orders;
using AssistPortal.Web.Features.Times;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders;

public sealed class ReportContactValidator : AbstractValidator<ReportContactInput>
{
    public ReportContactValidator(IStringLocalizer<StaffOrdersTexts> texts) =>
        RuleFor(input => input.ReportEmail).Must(TextRules.IsEmail).WithMessage(_ => texts["ReportEmail.Error"]);
}

public sealed class LanguageValidator : AbstractValidator<LanguageInput>
{
    public LanguageValidator(IStringLocalizer<StaffOrdersTexts> texts) =>
        RuleFor(input => input.Confirmed)
            .Must((input, _) => input.IsConfirmed is not null)
            .WithMessage(_ => texts["Language.Answer.Error"]);
}

public sealed class NoteValidator : AbstractValidator<NoteInput>
{
    public NoteValidator(IStringLocalizer<StaffOrdersTexts> texts) =>
        RuleFor(input => input.Note)
            .Must(typed => Tolerant.Text(typed).Length is > 0 and <= OrderNote.TextLength)
            .WithMessage(_ => texts["Note.Error", OrderNote.TextLength]);
}

public sealed class StaffMoveValidator : AbstractValidator<StaffMoveInput>
{
    public StaffMoveValidator(IStringLocalizer<TimesTexts> times, IStringLocalizer<StaffOrdersTexts> texts)
    {
        this.AddStartRules(times);
        RuleFor(input => input.Reason)
            .Must(typed => Tolerant.Text(typed).Length <= StaffOrderPage.ReasonLength)
            .WithMessage(_ => texts["Reason.TooLong", StaffOrderPage.ReasonLength]);
    }
}

public sealed class StaffCancelValidator : AbstractValidator<StaffCancelInput>
{
    public StaffCancelValidator(IStringLocalizer<StaffOrdersTexts> texts)
    {
        RuleFor(input => input.Fee)
            .Must(typed => Tolerant.Code(typed) is StaffCancelInput.Charge or StaffCancelInput.Waive)
            .WithMessage(_ => texts["Cancel.Fee.Error"]);
        RuleFor(input => input.Reason)
            .Must(typed => Tolerant.Text(typed).Length is > 0 and <= StaffOrderPage.ReasonLength)
            .When(input => Tolerant.Code(input.Fee) == StaffCancelInput.Waive)
            .WithMessage(_ => texts["Cancel.Reason.Error", StaffOrderPage.ReasonLength]);
        RuleFor(input => input.Reason)
            .Must(typed => Tolerant.Text(typed).Length <= StaffOrderPage.ReasonLength)
            .When(input => Tolerant.Code(input.Fee) != StaffCancelInput.Waive)
            .WithMessage(_ => texts["Reason.TooLong", StaffOrderPage.ReasonLength]);
    }
}

public sealed class CompleteValidator : AbstractValidator<CompleteInput>
{
    private const int MostPeople = 1_000_000;
    private const int MostRecordings = 20;

    public CompleteValidator(IStringLocalizer<StaffOrdersTexts> texts)
    {
        RuleFor(input => input.Registered).Must(IsCount).WithMessage(_ => texts["Registered.Error", MostPeople]);
        RuleFor(input => input.Attended).Must(IsCount).WithMessage(_ => texts["Attended.Error", MostPeople]);
        RuleFor(input => input.Recordings)
            .Must(typed => LinesOf(typed).Length <= MostRecordings && Array.TrueForAll(LinesOf(typed), IsAddress))
            .WithMessage(_ => texts["Recordings.Error", MostRecordings, OrderRecording.AddressLength]);
    }

    internal static string[] LinesOf(string? typed) =>
        Tolerant.Text(typed).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsCount(string? typed) => Tolerant.Code(typed).Length == 0 || Tolerant.Number(typed) is <= MostPeople;

    private static bool IsAddress(string line) => line.Length <= OrderRecording.AddressLength
        && SiteAddress.Read(line) is { } address
        && address.Scheme == Uri.UriSchemeHttps
        && address.AbsoluteUri.Length <= OrderRecording.AddressLength;
}
