namespace AssistPortal.Web.Features.Ordering;

internal static class OrderingPagesSetup
{
    public static IServiceCollection AddOrderingPages(this IServiceCollection services) => services
        .AddSingleton<EventInformationValidator>()
        .AddScoped<AvailabilityPages>()
        .AddScoped<EventTimeReader>()
        .AddScoped<OrderSummaries>()
        .AddScoped<SessionTimes>();
}
