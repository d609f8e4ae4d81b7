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

        var contracts = (await desk.OfAsync(siteId, cancellationToken)).ToDictionary(contract => contract.PackageId);
        return new ContractListPage(
            site,
            [
                .. from package in await packages.AllAsync(cancellationToken)
                   let contract = contracts.GetValueOrDefault(package.Id)
                   where contract is not null || site.Packages.Exists(offered => offered.Id == package.Id)
                   select LineOf(site, package, contract),
            ]);
    }

    public async Task<ContractPage?> FindAsync(int siteId, int packageId, CancellationToken cancellationToken)
    {
        if (await sites.FindAsync(siteId, cancellationToken) is not { } site
            || await packages.FindAsync(packageId, cancellationToken) is not { } package)
        {
            return null;
        }

        var contract = await desk.FindAsync(siteId, packageId, cancellationToken);
        return new ContractPage
        {
            Site = site,
            Line = LineOf(site, package, contract),
            Input = RatesInput.From(contract, site.Currency),
        };
    }

    private static ContractLine LineOf(Site site, ServicePackage package, Contract? contract) =>
        new(package, package.RateCards.Find(card => card.Currency == site.Currency), contract);
}
