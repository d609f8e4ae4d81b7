using AssistPortal.Data.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AssistPortal.Mail.Accounts;

/// <summary>Looks every few seconds for passwords that were forgotten.</summary>
internal sealed class RequestedPasswordsWorker(IServiceScopeFactory scopes, ILogger<RequestedPasswordsWorker> logger)
    : RepeatedWork(scopes, TimeSpan.FromSeconds(5), logger)
{
    protected override async Task<bool> RunAsync(IServiceProvider services, CancellationToken stoppingToken) =>
        await services.GetRequiredService<RequestedPasswords>().MailAsync(stoppingToken) > 0;
}
