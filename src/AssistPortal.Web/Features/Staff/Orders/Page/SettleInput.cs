namespace AssistPortal.Web.Features.Staff.Orders.Page;

/// <summary>A matter that has been dealt with.</summary>
public sealed class SettleInput
{
    /// <summary>Name of an <see cref="AssistPortal.Assist.Attention.AttentionReason"/>.</summary>
    public string? Reason { get; set; }
}
