using AssistPortal.Web.Features.Orders.Correspondence;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>On what terms an order ends.</summary>
public sealed class StaffCancelInput : IMessageToCustomer
{
    public const string Charge = "charge";
    public const string Waive = "waive";

    public string? Version { get; set; }

    /// <summary>The fee that was shown, in minor units.</summary>
    public string? FeeMinor { get; set; }

    /// <summary>charge or waive.</summary>
    public string? Fee { get; set; }

    public string? Reason { get; set; }

    public string? MessageToCustomer { get; set; }
}
