namespace AssistPortal.Web.Features.Staff.Packages;

internal static class PackagesSetup
{
    /// <summary>The pages of packages, rates and the comparison table.</summary>
    public static IServiceCollection AddPackagePages(this IServiceCollection services) => services
        .AddScoped<PackageReader>()
        .AddSingleton<PackageDifferences>()
        .AddSingleton<RatesValidator>()
        .AddSingleton<RatesDifferences>()
        .AddSingleton<ComparisonValidator>()
        .AddSingleton<ComparisonDifferences>();
}
