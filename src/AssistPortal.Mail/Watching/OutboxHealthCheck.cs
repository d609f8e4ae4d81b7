using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NodaTime;

namespace AssistPortal.Mail.Watching;

/// <summary>Degraded while a mail is stuck: <see cref="MailOptions.StuckAfter"/>. Orders go on meanwhile.</summary>
internal sealed class OutboxHealthCheck(OutboxAge age, IOptions<MailOptions> options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var oldest = await age.ReadAsync(cancellationToken);
        return oldest >= Duration.FromTimeSpan(options.Value.StuckAfter)
            ? HealthCheckResult.Degraded($"The oldest unsent mail has waited for {(long)oldest.TotalMinutes} min.")
            : HealthCheckResult.Healthy();
    }
}
