using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Sites;
using AssistPortal.Web.Features.Staff.Packages;

namespace AssistPortal.Web.Features.Staff.Sites;

/// <summary>Reads what the pages of contracts show.</summary>
public sealed class ContractPages(SiteDetailsPages sites, PackageReader packages, ContractDesk desk)
{
    /// <summary>The packages that the site offers, and those of which there is a contract.</summary>
    public async Task<ContractListPage?> ListAsync(int siteId, CancellationToken cancellationToken)
    {
        if (await sites.FindAsync(siteId, cancellationToken) is not { } site)
        {
            return null;
        }

        var contracts = (await desk.OfAsync(siteId, cancellationToken)).ToLookup(contract => contract.PackageId);
        return new ContractListPage(
            site,
            [
                .. from package in await packages.AllAsync(cancellationToken)
                   let own = contracts[package.Id]
                   where own.Any() || site.Packages.Any(offered => offered.Id == package.Id)
                   select LineOf(site, package, own),
            ]);
    }

    public async Task<ContractPage?> FindAsync(int siteId, int packageId, CancellationToken cancellationToken)
    {
        if (await sites.FindAsync(siteId, cancellationToken) is not { } site
            || await packages.FindAsync(packageId, cancellationToken) is not { } package)
        {
            return null;
        }

        var own = (await desk.OfAsync(siteId, cancellationToken)).Where(contract => contract.PackageId == packageId);
        var line = LineOf(site, package, own);
        return new ContractPage { Site = site, Line = line, Input = RatesInput.From(line.Contract, site.Currency) };
    }

    private static ContractLine LineOf(Site site, ServicePackage package, IEnumerable<Contract> own) => new(
        package,
        package.RateCards.SingleOrDefault(card => card.Currency == site.Currency),
        own.FirstOrDefault(contract => contract.Currency == site.Currency),
        [.. own
            .Where(contract => contract.Currency != site.Currency)
            .OrderBy(contract => contract.Currency, StringComparer.Ordinal)]);
}
