using AssistPortal.Assist.Orders;
using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

public sealed class CompleteValidator : AbstractValidator<CompleteInput>
{
    private const int MostPeople = 1_000_000;
    private const int MostRecordings = 20;

    public CompleteValidator(IStringLocalizer<StaffOrderActsTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.Registered).Must(IsCount).WithMessage(_ => texts["Registered.Error", MostPeople]);
        RuleFor(input => input.Attended).Must(IsCount).WithMessage(_ => texts["Attended.Error", MostPeople]);
        RuleFor(input => input.Recordings)
            .Must(typed => LinesOf(typed).Length <= MostRecordings && Array.TrueForAll(LinesOf(typed), IsAddress))
            .WithMessage(_ => texts["Recordings.Error", MostRecordings, OrderRecording.AddressLength]);
        this.AddMessageRule(shared);
    }

    internal static string[] LinesOf(string? typed) =>
        Tolerant.Text(typed).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsCount(string? typed) =>
        Tolerant.Code(typed).Length == 0 || Tolerant.Number(typed) is <= MostPeople;

    private static bool IsAddress(string line) => line.Length <= OrderRecording.AddressLength
        && SiteAddress.Read(line) is { } address
        && address.Scheme == Uri.UriSchemeHttps
        && address.AbsoluteUri.Length <= OrderRecording.AddressLength;
}
