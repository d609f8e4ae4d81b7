namespace AssistPortal.Web.Features.Managing;

/// <summary>The answer to whether an order is to be cancelled. The names are a public contract.</summary>
public sealed class CancelInput
{
    /// <summary>yes or no.</summary>
    public string? Confirm { get; set; }

    /// <summary>The order's version that the page showed.</summary>
    public string? Version { get; set; }

    /// <summary>The fee that the page showed, in minor units.</summary>
    public string? Fee { get; set; }
}
