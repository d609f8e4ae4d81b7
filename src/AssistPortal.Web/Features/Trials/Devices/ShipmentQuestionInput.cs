namespace AssistPortal.Web.Features.Trials.Devices;

/// <summary>A question where a shipment is, as typed.</summary>
public sealed class ShipmentQuestionInput
{
    public string? LoanNumber { get; set; }

    public string? Question { get; set; }
}
