namespace AssistPortal.Web.Features.Staff.Trials;

/// <summary>What the address says of the queue; all of it may be missing.</summary>
public sealed class RequestListInput
{
    /// <summary>A kind of requests, such as site-deletion.</summary>
    public string? Kind { get; set; }

    /// <summary>One of <see cref="RequestListPage.Choices"/>.</summary>
    public string? Show { get; set; }

    /// <summary>The list goes on behind this place.</summary>
    public string? After { get; set; }
}
