using System.Net;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Limits;
using AssistPortal.Data.SignIn.Audit;
using NodaTime;

namespace AssistPortal.Data.SignIn;

/// <summary>
/// Notes who was refused. What strangers can bring about without end is noted once in each
/// <see cref="AttemptLimits.Window"/>: nobody fills the audit trail.
/// </summary>
public sealed class SecurityLog(PortalDbContext db, SignInLimits limits, IClock clock)
{
    /// <summary>A wrong password, code or passkey.</summary>
    /// <param name="userId">The account; null where there is none.</param>
    /// <param name="way">What was wrong.</param>
    /// <param name="cancellationToken">Nothing is noted then.</param>
    public Task FailedAsync(Guid? userId, SignInWay way, CancellationToken cancellationToken) =>
        WriteAsync(userId is { } id ? new SignInFailed(id, way) : new StrangerRefused(way), cancellationToken);

    /// <summary>A try that was not made because there were too many before.</summary>
    /// <returns>Whether it was noted: it is the first of them.</returns>
    public async Task<bool> LimitedAsync(
        Guid? userId, SignInWay way, IPAddress? client, CancellationToken cancellationToken)
    {
        var by = userId is { } known ? $"{known}" : ClientNetwork.Of(client);
        if (!await limits.MayNoteAsync($"limited {way}", by, cancellationToken))
        {
            return false;
        }

        await WriteAsync(userId is { } id ? new SignInLimited(id, way) : new StrangerLimited(way), cancellationToken);
        return true;
    }

    /// <summary>A link or a form whose key is none, or none any more.</summary>
    public async Task RejectedAsync(TokenKind kind, IPAddress? client, CancellationToken cancellationToken)
    {
        if (await limits.MayNoteAsync($"rejected {kind}", ClientNetwork.Of(client), cancellationToken))
        {
            await WriteAsync(new TokenRejected(kind), cancellationToken);
        }
    }

    /// <summary>Somebody asked for a page that their role does not have; it answered that there is none.</summary>
    /// <param name="userId">Who.</param>
    /// <param name="page">The page's route, such as <c>/staff/users/{id:guid}</c>.</param>
    /// <param name="cancellationToken">Nothing is noted then.</param>
    public async Task DeniedAsync(Guid userId, string page, CancellationToken cancellationToken)
    {
        if (await limits.MayNoteAsync("denied", $"{userId} {page}", cancellationToken))
        {
            db.Audit(new AccessDenied(userId, page), userId, clock.GetCurrentInstant());
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Something that somebody did to their own account.</summary>
    public async Task NoteAsync(AuditRecord record, Guid userId, CancellationToken cancellationToken)
    {
        db.Audit(record, userId, clock.GetCurrentInstant());
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task WriteAsync(AuditRecord record, CancellationToken cancellationToken)
    {
        db.Audit(record, AuditActor.Portal, clock.GetCurrentInstant());
        await db.SaveChangesAsync(cancellationToken);
    }
}
