using AssistPortal.Web.Features.Orders.Correspondence;

namespace AssistPortal.Web.Features.Orders.Sessions;

/// <summary>A session that is cancelled.</summary>
public sealed class SessionCancelInput : IMessageToCustomer
{
    public string? Version { get; set; }

    public string? OrderVersion { get; set; }

    public string? MessageToCustomer { get; set; }
}
