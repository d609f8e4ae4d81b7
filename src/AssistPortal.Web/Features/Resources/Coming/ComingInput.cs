using AssistPortal.Web.Shared.Paging;

namespace AssistPortal.Web.Features.Resources.Coming;

/// <summary>Which part of the coming orders is shown; all of it may be missing.</summary>
public sealed class ComingInput
{
    /// <summary>The list begins beyond this place: see <see cref="MomentKey"/>.</summary>
    public string? After { get; set; }

    /// <summary>The list ends before this place.</summary>
    public string? Before { get; set; }
}
