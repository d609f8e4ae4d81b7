using AssistPortal.Data.Composition;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Data.Backups;

internal static class BackupSetup
{
    public static IServiceCollection AddBackups(this IServiceCollection services) =>
        services.AddComposed<DatabaseBackups>();
}
