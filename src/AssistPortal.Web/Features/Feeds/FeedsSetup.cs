namespace AssistPortal.Web.Features.Feeds;

internal static class FeedsSetup
{
    public static IServiceCollection AddFeedPages(this IServiceCollection services) => services.AddScoped<FeedForms>();
}
