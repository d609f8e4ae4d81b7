using System.Globalization;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.Data;
using AssistPortal.Web.Features.Staff.Packages;
using AssistPortal.Web.Shared.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AssistPortal.Web.Features.Staff.Sites;

/// <summary>Reads what the form of a site shows.</summary>
public sealed class SiteDetailsPages(
    PortalDbContext db, PackageReader packages, IStringLocalizer<SitesTexts> texts)
{
    /// <summary>The site with its packages, to be looked at.</summary>
    public Task<Site?> FindAsync(int id, CancellationToken cancellationToken) => db.Set<Site>().AsNoTracking()
        .Include(site => site.Packages)
        .SingleOrDefaultAsync(site => site.Id == id, cancellationToken);

    public async Task<SiteDetailsPage> ReadAsync(
        SiteDetailsInput input, Site? site, CancellationToken cancellationToken)
    {
        var all = await packages.AllAsync(cancellationToken);
        return new SiteDetailsPage
        {
            Site = site,
            Input = input,
            Packages = all,
            Unserved = await packages.UnservedAsync(all, cancellationToken),
        };
    }

    /// <summary>The form with what was typed, good for the site as it is now; null where that is gone.</summary>
    public async Task<SiteDetailsPage?> AgainAsync(SiteDetailsPage page, CancellationToken cancellationToken)
    {
        if (await FindAsync(page.Site!.Id, cancellationToken) is not { } now)
        {
            return null;
        }

        page.Input.Version = $"{now.Version}";
        return page with { Site = now, Changed = Between(page.Input, SiteDetailsInput.From(now), page.Packages) };
    }

    private ChangedMeanwhile Between(
        SiteDetailsInput typed, SiteDetailsInput saved, IReadOnlyList<ServicePackage> all) => ChangedMeanwhile.Between(
    [
        (texts["Name"], typed.Name, saved.Name),
        (texts["HostName"], typed.HostName, saved.HostName),
        (texts["Currency"], typed.Currency, saved.Currency),
        (texts["Packages"], Offered(typed, all), Offered(saved, all)),
        (texts["State"], State(typed), State(saved)),
    ]);

    private static string Offered(SiteDetailsInput input, IReadOnlyList<ServicePackage> all)
    {
        var names = all.Where(package => input.Offers(package.Id))
            .Select(package => package.Texts.In(CultureInfo.CurrentUICulture).Name);
        return string.Join('\n', names);
    }

    private string State(SiteDetailsInput input) =>
        input.IsActive == PackageInput.Yes ? texts["State.Active"] : texts["State.Inactive"];
}
