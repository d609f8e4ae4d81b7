namespace AssistPortal.Web.Features.Audit;

internal static class AuditWordsSetup
{
    public static IServiceCollection AddAuditWords(this IServiceCollection services) =>
        services.AddSingleton<ActWords>();
}
