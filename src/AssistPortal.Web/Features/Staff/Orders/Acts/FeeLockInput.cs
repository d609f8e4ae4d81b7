namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>Why what a customer's move has kept is forgone.</summary>
public sealed class FeeLockInput
{
    public string? Version { get; set; }

    public string? Reason { get; set; }
}
