using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Features.Times;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>When the order is to take place instead.</summary>
public sealed class StaffMoveInput : IStartFields, IMessageToCustomer
{
    public string? Version { get; set; }

    public string? StartDate { get; set; }

    public string? StartTime { get; set; }

    public string? Fold { get; set; }

    /// <summary>Who is to produce it then; nothing for whoever is free, its producer before all others.</summary>
    public string? ProducerId { get; set; }

    /// <summary>Why it starts sooner than customers may ask for.</summary>
    public string? Reason { get; set; }

    /// <summary>Whether the portal is to change the meeting on the site too: yes, or nothing.</summary>
    public string? Meeting { get; set; }

    public string? MessageToCustomer { get; set; }
}
