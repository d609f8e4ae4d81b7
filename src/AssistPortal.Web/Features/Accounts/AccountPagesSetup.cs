namespace AssistPortal.Web.Features.Accounts;

internal static class AccountPagesSetup
{
    public static IServiceCollection AddAccountPages(this IServiceCollection services) => services
        .AddSingleton<CarriedForms>();
}
