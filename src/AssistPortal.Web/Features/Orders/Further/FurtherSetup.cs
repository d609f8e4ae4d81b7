namespace AssistPortal.Web.Features.Orders.Further;

internal static class FurtherSetup
{
    public static IServiceCollection AddFurtherLines(this IServiceCollection services) => services
        .AddScoped<FurtherReader>();
}
