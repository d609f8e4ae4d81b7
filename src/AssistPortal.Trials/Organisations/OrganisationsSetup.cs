using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Trials.Organisations;

internal static class OrganisationsSetup
{
    public static IServiceCollection AddOrganisations(this IServiceCollection services) => services
        .AddScoped<CustomerAccess>()
        .AddScoped<AdministratorAccounts>()
        .AddScoped<LicenceCount>()
        .AddComposed<OrganisationPeople>()
        .AddComposed<OrganisationAdministrators>();
}
