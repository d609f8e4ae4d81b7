using AssistPortal.Web.Features.Errors;
using Microsoft.AspNetCore.Diagnostics;
using NodaTime;

namespace AssistPortal.Web.Composition;

/// <summary>
/// Whether a database server has just refused to write for want of room. Nothing else tells it: the server's disk can't
/// be looked at from here, and what the health check writes has its place already.
/// </summary>
internal sealed class ServerRoom(IClock clock) : IExceptionHandler
{
    private static readonly Duration Remembered = Duration.FromMinutes(1);

    private volatile object? refusedAt;

    public bool HasRefused => refusedAt is Instant at
        && clock.GetCurrentInstant() - at is var age && age >= Duration.Zero && age < Remembered;

    /// <summary>Notes it, and leaves the answer to the error page.</summary>
    public ValueTask<bool> TryHandleAsync(
        HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (FaultStatus.HasServerNoRoom(exception))
        {
            refusedAt = clock.GetCurrentInstant();
        }

        return ValueTask.FromResult(false);
    }
}
