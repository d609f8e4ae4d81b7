using AssistPortal.Assist.Sites;
using AssistPortal.Web.Features.Staff.Packages;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Sites;

/// <summary>A site as typed; the packages that it offers stand under their keys.</summary>
public sealed class SiteDetailsInput
{
    public string? Name { get; set; }

    public string? HostName { get; set; }

    public string? Currency { get; set; }

    public FieldDictionary Packages { get; } = [];

    public string? IsActive { get; set; }

    /// <summary>Set once it was shown what is still to come at a site that is to be active no more.</summary>
    public string? Anyway { get; set; }

    /// <summary>The site's version as the form was made; none for a new one.</summary>
    public string? Version { get; set; }

    public static SiteDetailsInput From(Site site)
    {
        var input = new SiteDetailsInput
        {
            Name = site.Name,
            HostName = site.HostName,
            Currency = site.Currency,
            IsActive = site.IsActive ? PackageInput.Yes : PackageInput.No,
            Version = $"{site.Version}",
        };
        foreach (var package in site.Packages)
        {
            input.Packages[$"{package.Id}"] = CheckTagHelper.Ticked;
        }

        return input;
    }

    public bool Offers(int packageId) => Packages[$"{packageId}"] == CheckTagHelper.Ticked;

    /// <summary>The site; the form has passed <see cref="SiteDetailsValidator"/>.</summary>
    /// <param name="packageIds">All packages that there are.</param>
    public SiteDetails Read(IEnumerable<int> packageIds) => new(
        Tolerant.Text(Name),
        Shared.Forms.HostName.Read(HostName)!,
        CurrencyCode.Read(Currency)!,
        IsActive == PackageInput.Yes,
        [.. packageIds.Where(Offers)]);
}
