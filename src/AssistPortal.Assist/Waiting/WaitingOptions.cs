using System.ComponentModel.DataAnnotations;

namespace AssistPortal.Assist.Waiting;

/// <summary>How long what has become free is kept for whoever waited: a setting under <c>Ordering</c>.</summary>
internal sealed class WaitingOptions
{
    /// <summary>For how many minutes an offer is held.</summary>
    [Range(5, 1440)]
    public int OfferMinutes { get; set; } = 120;
}
