using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.Assist.Waiting;

/// <summary>
/// Sees to it that nobody takes a time that has just become free before those who wait for it are offered it. It works
/// in a scope of its own: what the caller has changed but not yet saved stays the caller's.
/// </summary>
internal sealed class WaitersFirst(IServiceScopeFactory scopes)
{
    /// <param name="time">What is about to be reserved.</param>
    /// <param name="hostUserId">
    /// For whom; whoever waits for the same time less long comes after. Null where it is for nobody who could wait.
    /// </param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task ServeAsync(Interval time, Guid? hostUserId, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OfferRound>()
            .RunBeforeAsync(time, hostUserId, cancellationToken);
    }
}
