using AssistPortal.Assist.Orders;
using AssistPortal.Web.Features.Resources;

namespace AssistPortal.Web.Features.Staff.Orders;

/// <summary>An order as coordinators see it.</summary>
public sealed record StaffOrderPage
{
    public required OrderPage Page { get; init; }

    public required OrderPhase Phase { get; init; }

    /// <summary>Whether the customer's address takes no mail.</summary>
    public required bool AddressFails { get; init; }

    /// <summary>What was just done.</summary>
    public string? Notice { get; init; }

    /// <summary>Whether a link to the order would open it.</summary>
    public bool CanSendLink => Phase is OrderPhase.Coming or OrderPhase.Running;
}
