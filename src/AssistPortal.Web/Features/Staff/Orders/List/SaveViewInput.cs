namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>A filter that is to be saved. The name of its field is a public contract.</summary>
public sealed class SaveViewInput
{
    public string? Name { get; set; }

    /// <summary>The name of the view that may be replaced, where somebody was asked.</summary>
    public string? Replace { get; set; }
}
