using AssistPortal.Web.Features.Orders.Correspondence;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>Why what a customer's move has kept is forgone.</summary>
public sealed class FeeLockInput : IMessageToCustomer
{
    public string? Version { get; set; }

    public string? Reason { get; set; }

    public string? MessageToCustomer { get; set; }
}
