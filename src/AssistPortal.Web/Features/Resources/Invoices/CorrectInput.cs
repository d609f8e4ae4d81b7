using AssistPortal.Web.Features.Orders.Further;

namespace AssistPortal.Web.Features.Resources.Invoices;

/// <summary>A corrected invoice that is to be issued.</summary>
public sealed class CorrectInput
{
    /// <summary>The total that was shown, in minor units.</summary>
    public string? Total { get; set; }

    /// <summary>What is added to what the rates come to.</summary>
    public List<FurtherLineInput> Further { get; } = [];

    /// <summary>Set where lines and total are only to be reckoned.</summary>
    public string? Look { get; set; }
}
