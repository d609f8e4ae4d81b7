namespace AssistPortal.Web.Features.Notices;

/// <summary>Up to when notices are marked as seen.</summary>
public sealed class SeenInput
{
    /// <summary>When the list was read.</summary>
    public string? Until { get; set; }
}
