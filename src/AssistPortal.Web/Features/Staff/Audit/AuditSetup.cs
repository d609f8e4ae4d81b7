namespace AssistPortal.Web.Features.Staff.Audit;

internal static class AuditSetup
{
    public static IServiceCollection AddAuditPages(this IServiceCollection services) => services
        .AddScoped<AuditFilter>()
        .AddScoped<AuditList>()
        .AddScoped<AuditCsv>()
        .AddScoped<AuditTelling>()
        .AddScoped<AuditNameReader>()
        .AddScoped<AuditTrialNames>()
        .AddScoped<AuditValues>()
        .AddScoped<AuditProducerLines>()
        .AddSingleton<AuditWords>();
}
