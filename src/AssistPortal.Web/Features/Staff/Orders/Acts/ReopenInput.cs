using AssistPortal.Web.Features.Orders.Correspondence;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>Why a completed order is open again.</summary>
public sealed class ReopenInput : IMessageToCustomer
{
    public string? Version { get; set; }

    public string? Reason { get; set; }

    public string? MessageToCustomer { get; set; }
}
