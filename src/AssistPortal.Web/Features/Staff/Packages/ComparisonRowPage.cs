using AssistPortal.Assist.Packages;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>The form of one service of it.</summary>
public sealed record ComparisonRowPage
{
    public required IReadOnlyList<ServicePackage> Packages { get; init; }

    /// <summary>Null for a new one.</summary>
    public ComparisonRow? Row { get; init; }

    public required ComparisonInput Input { get; init; }

    public ChangedMeanwhile? Changed { get; init; }
}
