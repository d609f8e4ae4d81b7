using AssistPortal.Data;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.Assist.Scheduling;

/// <summary>
/// Tries to hold one producer, in a scope of its own: the hold is committed by itself, and what the caller has changed
/// but not yet saved stays the caller's.
/// </summary>
internal sealed class HoldAttempt(IServiceScopeFactory scopes)
{
    /// <summary>Holds instead of what the draft or update held before.</summary>
    /// <returns>Whether it was had.</returns>
    public async Task<bool> TryAsync(Reservation hold, Instant now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var attempt = new ReservationAttempt(scope.ServiceProvider.GetRequiredService<PortalDbContext>());
        return await attempt.TryAsync(hold, now, updateId: null, writeInTransaction: null, cancellationToken)
            == ReservationAttemptOutcome.Reserved;
    }
}
