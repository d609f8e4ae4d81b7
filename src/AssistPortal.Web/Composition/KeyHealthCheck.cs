using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace AssistPortal.Web.Composition;

/// <summary>Tells of keys that lie unencrypted in the database; the portal is healthy all the same.</summary>
internal sealed class KeyHealthCheck(KeySettings settings, IHostEnvironment environment) : IHealthCheck
{
    public const string Remark = "The data protection keys lie unencrypted in the database: name a certificate in "
        + "Keys:Certificate or a key file in Keys:KeyFile.";

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(HealthCheckResult.Healthy(IsWarned(settings, environment) ? Remark : null));

    public static bool IsWarned(KeySettings settings, IHostEnvironment environment) =>
        environment.IsProduction() && !settings.IsSet;
}
