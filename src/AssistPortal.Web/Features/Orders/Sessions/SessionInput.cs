using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Features.Times;

namespace AssistPortal.Web.Features.Orders.Sessions;

/// <summary>A session that is scheduled or moved.</summary>
public class SessionInput : IStartFields, IMessageToCustomer
{
    /// <summary>The session that is moved; empty for a new one.</summary>
    public string? SessionId { get; set; }

    public string? Version { get; set; }

    /// <summary>Version of the order, which each act on a session raises.</summary>
    public string? OrderVersion { get; set; }

    /// <summary>Name of a <see cref="AssistPortal.Assist.Sessions.SessionKind"/>.</summary>
    public string? Kind { get; set; }

    public string? ProducerId { get; set; }

    public string? StartDate { get; set; }

    public string? StartTime { get; set; }

    public string? Fold { get; set; }

    public string? DurationMinutes { get; set; }

    public string? MessageToCustomer { get; set; }
}
