using AssistPortal.Data;
using AssistPortal.Data.Accounts;

namespace AssistPortal.Web.Composition;

/// <summary>
/// Makes and tells the code for the first administrator once the portal listens: a start that fails leaves the code of
/// the one before.
/// </summary>
internal sealed partial class FirstAdministratorCode(
    IServiceScopeFactory scopes, PortalAddress address, ILogger<FirstAdministratorCode> logger)
    : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<FirstAdministrator>()
            .IssueCodeAsync(cancellationToken) is { } code)
        {
            FirstAdministratorWanted(address.Of("account/first-administrator"), code);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "There is no administrator yet. Make one at {Address} with this one-time code: {Code}")]
    private partial void FirstAdministratorWanted(Uri address, string code);
}
