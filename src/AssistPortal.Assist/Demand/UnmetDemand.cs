using System.Data.Common;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AssistPortal.Assist.Demand;

/// <summary>
/// Notes wishes that found nobody, for the dashboard. It writes beside the order, in a scope of its own: whatever
/// happens to the note, the order goes on.
/// </summary>
public sealed partial class UnmetDemand(
    PortalDbContext db, IServiceScopeFactory scopes, IClock clock, ILogger<UnmetDemand> logger)
{
    private static readonly CompiledQuery<Func<PortalDbContext, Guid, Instant, CancellationToken, Task<bool>>> Noted =
        new(() => EF.CompileAsyncQuery((PortalDbContext db, Guid wisherId, Instant start, CancellationToken _) =>
            db.Set<UnmetWish>().Any(noted => noted.WisherId == wisherId && noted.Start == start)));

    // Longer than a server takes that has only just started.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Notes a wish; however often a host tries for one start, it is noted once.</summary>
    /// <param name="wish">What was wished for.</param>
    /// <param name="wisherId">
    /// The host who wishes, also where an order was to move; the draft or order itself where there is no host.
    /// </param>
    /// <param name="reason">Why nobody was found.</param>
    public async Task NoteAsync(EventWish wish, Guid wisherId, NobodyReason reason)
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            if (await Noted.On(db)(db, wisherId, wish.Start, patience.Token))
            {
                return;
            }

            await using var scope = scopes.CreateAsyncScope();
            var beside = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            beside.Add(new UnmetWish
            {
                At = clock.GetCurrentInstant(),
                PackageId = wish.PackageId,
                WisherId = wisherId,
                Start = wish.Start,
                DurationMinutes = wish.DurationMinutes,
                Reason = reason,
            });
            await beside.SaveChangesAsync(patience.Token);
        }
        catch (Exception failure) when (failure is DbUpdateException
            or DbException
            or TimeoutException
            or OperationCanceledException)
        {
            // Most often another request for the same wish was faster.
            LogNotNoted(failure.GetType().Name);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "An unmet wish was not noted. ({Exception})")]
    private partial void LogNotNoted(string exception);
}
