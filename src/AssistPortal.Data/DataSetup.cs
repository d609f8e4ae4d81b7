using AssistPortal.Data.Audit;
using AssistPortal.Data.Backups;
using AssistPortal.Data.Checking;
using AssistPortal.Data.Database;
using AssistPortal.Data.Limits;
using AssistPortal.Data.SignIn;
using AssistPortal.Data.Work;
using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Data;

public static class DataSetup
{
    /// <summary>The ground floor but for accounts: database, audit trail, limits, devices, repeated work.</summary>
    /// <param name="services">The portal's services.</param>
    /// <param name="dataDirectory">Folder of the embedded database when no connection string is set.</param>
    public static IServiceCollection AddPortalData(this IServiceCollection services, string dataDirectory) => services
        .AddPortalDatabase(dataDirectory)
        .AddAudit()
        .AddLimits()
        .AddSignIn()
        .AddWork()
        .AddChecking()
        .AddBackups();
}
