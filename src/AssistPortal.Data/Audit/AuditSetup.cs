using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Data.Audit;

internal static class AuditSetup
{
    public static IServiceCollection AddAudit(this IServiceCollection services) =>
        services.AddSingleton<AuditRecords>();
}
