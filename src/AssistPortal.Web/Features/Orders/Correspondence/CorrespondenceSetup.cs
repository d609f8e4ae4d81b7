namespace AssistPortal.Web.Features.Orders.Correspondence;

internal static class CorrespondenceSetup
{
    public static IServiceCollection AddCorrespondence(this IServiceCollection services) => services
        .AddScoped<CorrespondencePages>();
}
