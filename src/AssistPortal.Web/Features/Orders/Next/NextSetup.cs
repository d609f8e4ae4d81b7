namespace AssistPortal.Web.Features.Orders.Next;

internal static class NextSetup
{
    public static IServiceCollection AddNextSteps(this IServiceCollection services) => services
        .AddScoped<NextSteps>();
}
