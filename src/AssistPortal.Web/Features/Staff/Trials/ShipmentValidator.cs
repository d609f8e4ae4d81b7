using AssistPortal.Data;
using AssistPortal.Trials.Devices;
using AssistPortal.Web.Shared;
using AssistPortal.Web.Shared.Forms;
using FluentValidation;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>The rules of a shipment.</summary>
public sealed class ShipmentValidator : AbstractValidator<ShipmentInput>
{
    /// <summary>Devices that one shipment may have.</summary>
    public const int MostDevices = 10;

    public ShipmentValidator(IStringLocalizer<HelpDeskTexts> texts, IStringLocalizer<SharedTexts> shared)
    {
        RuleFor(input => input.TrialId).Must((input, _) => input.Trial is not null)
            .WithMessage(_ => texts["TrialId.Missing"]);
        RuleFor(input => input.LoanNumber)
            .Must(typed => LoanNumber.FaultOf(typed) is null)
            .WithMessage((_, typed) => texts[$"LoanNumber.{LoanNumber.FaultOf(typed)}"]);
        RuleFor(input => input.Carrier).RequiredText(Shipment.CarrierLength, () => texts["Carrier.Missing"], shared);
        RuleFor(input => input.CarrierContact)
            .RequiredText(Shipment.ContactLength, () => texts["CarrierContact.Missing"], shared)
            .AsCode(Shipment.ContactLength, shared);
        RuleFor(input => input.TrackingNumber)
            .OptionalText(Shipment.TrackingLength, shared)
            .AsCode(Shipment.TrackingLength, shared);
        RuleFor(input => input.Model).Cascade(CascadeMode.Stop)
            .Must((input, _) => input.Devices.Count is > 0 and <= MostDevices)
                .WithMessage(_ => texts["Devices.Count", MostDevices])
            .Must((input, _) => input.Devices.All(IsWhole)).WithMessage(_ => texts["Devices.Half"])
            .Must((input, _) => input.Devices
                .DistinctBy(row => row.SerialNumber, StringComparer.OrdinalIgnoreCase)
                .Count() == input.Devices.Count)
            .WithMessage(_ => texts["Devices.Twice"]);
    }

    private static bool IsWhole((string Model, string SerialNumber) row) =>
        row.Model.Length > 0 && TypedText.Excess(row.Model, Device.ModelLength) == 0
            && row.SerialNumber.Length > 0 && TypedText.Excess(row.SerialNumber, Device.SerialNumberLength) == 0
            && !row.Model.Any(char.IsControl) && !row.SerialNumber.Any(char.IsControl);
}
