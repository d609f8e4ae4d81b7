using AssistPortal.Data.Composition;
using AssistPortal.Data.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.Ordering;

internal static class OrderingSetup
{
    public static IServiceCollection AddOrdering(this IServiceCollection services)
    {
        services.AddSettings<OrderingOptions>("Ordering");
        return services
            .AddScoped<ContactPresets>()
            .AddComposed<DraftFinder>()
            .AddComposed<DraftLimits>()
            .AddComposed<OrderPlacement>()
            .AddComposed<SlotOffers>()
            .AddSingleton<SiteZones>()
            .AddScoped<StaffDrafts>()
            .AddScoped<BookingWindows>()
            .AddScoped<StillToCome>()
            .AddScoped<ShortNoticeDesk>();
    }
}
