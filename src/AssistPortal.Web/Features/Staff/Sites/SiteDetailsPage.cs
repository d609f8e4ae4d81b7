using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.Web.Features.Staff.Packages;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Sites;

/// <summary>The form of a site.</summary>
public sealed record SiteDetailsPage
{
    /// <summary>The site as it is saved; null for a new one.</summary>
    public Site? Site { get; init; }

    public required SiteDetailsInput Input { get; init; }

    /// <summary>All packages in their display order.</summary>
    public required IReadOnlyList<ServicePackage> Packages { get; init; }

    /// <summary>Keys of packages that nobody is qualified for.</summary>
    public required IReadOnlySet<int> Unserved { get; init; }

    /// <summary>What is still to come at it, where that is to be looked at before it is active no more.</summary>
    public ComingNotice? Coming { get; init; }

    public ChangedMeanwhile? Changed { get; init; }

    /// <summary>
    /// Packages that the saved site offers though they have no rates in its currency: nobody can order them there.
    /// </summary>
    public IEnumerable<ServicePackage> WithoutRates => Site is null
        ? []
        : Packages.Where(package => package.IsActive
            && Site.Packages.Any(offered => offered.Id == package.Id)
            && !package.IsPricedIn(Site.Currency));
}
