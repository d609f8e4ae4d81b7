namespace AssistPortal.Web.Features.Orders.Sessions;

/// <summary>A session that is cancelled.</summary>
public sealed class SessionCancelInput
{
    public string? Version { get; set; }

    public string? OrderVersion { get; set; }
}
