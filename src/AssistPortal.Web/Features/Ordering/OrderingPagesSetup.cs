namespace AssistPortal.Web.Features.Ordering;

internal static class OrderingPagesSetup
{
    public static IServiceCollection AddOrderingPages(this IServiceCollection services) => services
        .AddSingleton<EventInformationValidator>()
        .AddSingleton<MeetingLookupValidator>()
        .AddScoped<AvailabilityPages>()
        .AddScoped<AvailabilityReader>()
        .AddScoped<LookedUpMeetings>()
        .AddScoped<MeetingDrafts>()
        .AddScoped<OrderSummaries>()
        .AddScoped<SessionTimes>();
}
