using AssistPortal.Data;
using AssistPortal.Data.Audit;
using AssistPortal.Data.Database;
using AssistPortal.Trials.Contacting.Audit;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Contacting;

/// <summary>Notes of talks with customers.</summary>
public sealed class TrialContacts(PortalDbContext db, IClock clock)
{
    /// <summary>Notes that the partner has spoken with the customer.</summary>
    /// <param name="trialId">The trial.</param>
    /// <param name="note">What about; empty for nothing that is worth a note.</param>
    /// <param name="actorId">Who spoke with them.</param>
    /// <param name="cancellationToken">Nothing is saved then.</param>
    /// <returns>False where the trial is over: there is nobody to speak with, and notes are gone.</returns>
    public Task<bool> NoteAsync(Guid trialId, string note, Guid actorId, CancellationToken cancellationToken) =>
        db.InRepeatedTransactionAsync(
            async cancellationToken =>
            {
                var isNoted = await WriteAsync(trialId, note, actorId, cancellationToken);
                return (Commit: isNoted, isNoted);
            },
            cancellationToken);

    private async Task<bool> WriteAsync(Guid trialId, string note, Guid actorId, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var trial = await db.Set<Trial>().SingleAsync(item => item.Id == trialId, cancellationToken);
        if (trial.StateAt(now) == TrialState.Ended)
        {
            return false;
        }

        trial.NoteContact(now);
        trial.Touch();
        if (note.Length > 0)
        {
            db.Add(new TrialNote(trialId, actorId, note, now));
        }

        db.Audit(new TrialContacted(trialId, note.Length > 0), actorId, now);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }
}
