using AssistPortal.Assist.Packages;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Packages;

/// <summary>The form of a package.</summary>
public sealed record PackagePage
{
    /// <summary>Null for a new one.</summary>
    public ServicePackage? Package { get; init; }

    /// <summary>Whether it is not offered because nobody is qualified for it.</summary>
    public bool IsUnserved { get; init; }

    /// <summary>What is still to come of it, where that is to be looked at before it is offered no more.</summary>
    public ComingNotice? Coming { get; init; }

    public required PackageInput Input { get; init; }

    public ChangedMeanwhile? Changed { get; init; }
}
