using System.Data.Common;
using AssistPortal.Data;
using AssistPortal.Data.Database;
using AssistPortal.Mail.Queue;
using AssistPortal.Trials.Buying;
using AssistPortal.Trials.Ending;
using AssistPortal.Trials.Lending;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace AssistPortal.Trials.Timekeeping;

/// <summary>
/// Takes the steps that are due. Each is a transaction of its own that writes the trial's row: of any number of
/// servers, and of people who change the trial at that moment, one comes first.
/// </summary>
internal sealed partial class TrialSteps(
    PortalDbContext db,
    NoticeBook notices,
    NoticeReaders readers,
    TrialEnding ending,
    DeviceReminders reminders,
    SiteOrders sites,
    OutboxSignal signal,
    IClock clock,
    ILogger<TrialSteps> logger)
{
    private const int Size = 100;

    /// <param name="cancellationToken">Ends the round.</param>
    /// <param name="mayEnd">Whether trials may end; those that would are left alone otherwise.</param>
    /// <returns>How many trials came further: none when there is nothing more to do.</returns>
    public async Task<int> TakeDueAsync(CancellationToken cancellationToken, bool mayEnd = true)
    {
        var now = clock.GetCurrentInstant();
        var due = await db.Set<Trial>()
            .Where(trial => trial.NextDueAt <= now)
            .Where(trial => mayEnd || trial.EndedAt != null || trial.SettledAt == null || trial.ConvertedAt != null)
            .OrderBy(trial => trial.NextDueAt)
            .Select(trial => trial.Id)
            .Take(Size)
            .ToListAsync(cancellationToken);
        var further = 0;
        foreach (var id in due)
        {
            further += await TakeAllAsync(id, mayEnd, cancellationToken) ? 1 : 0;
        }

        return further;
    }

    /// <summary>One trial that can't be brought further holds up no other.</summary>
    private async Task<bool> TakeAllAsync(Guid id, bool mayEnd, CancellationToken cancellationToken)
    {
        try
        {
            // A clock that was off leaves several steps to be taken one after the other.
            var isFurther = false;
            while (await TakeAsync(id, mayEnd, cancellationToken))
            {
                isFurther = true;
            }

            if (isFurther)
            {
                signal.Notify();
            }

            return isFurther;
        }
#pragma warning disable CA1031 // Whatever is wrong with it is told, and it is tried again in the next round.
        catch (Exception failure) when (failure is not OperationCanceledException and not DbException)
#pragma warning restore CA1031
        {
            LogStepFailed(id, failure);
            return false;
        }
    }

    /// <returns>Whether there was one that was due.</returns>
    private async Task<bool> TakeAsync(Guid id, bool mayEnd, CancellationToken cancellationToken)
    {
        try
        {
            return await db.InTransactionAsync(
                async cancellationToken =>
                {
                    var isTaken = await StepAsync(id, mayEnd, cancellationToken);
                    return (Commit: isTaken, isTaken);
                },
                cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody has changed it, or another server was faster: what is due now is found by the next round.
            return false;
        }
    }

    private async Task<bool> StepAsync(Guid id, bool mayEnd, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var trial = await db.Set<Trial>()
            .Include(item => item.Services)
            .SingleAsync(item => item.Id == id, cancellationToken);
        if (trial.StepDueAt(now) is not { } step || (step == TrialStep.End && !mayEnd))
        {
            return false;
        }

        await TakeAsync(trial, step, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task TakeAsync(Trial trial, TrialStep step, Instant now, CancellationToken cancellationToken)
    {
        switch (step)
        {
            case TrialStep.TellEnd:
                if (trial.StateAt(now) == TrialState.Active)
                {
                    notices.Add(
                        trial,
                        TrialNoticeKind.EndsSoon,
                        await readers.AdministratorsAsync(trial, cancellationToken),
                        now);
                }

                trial.TellEnd(now);
                break;
            case TrialStep.TellExpiry:
                notices.Add(
                    trial, TrialNoticeKind.Expired, await readers.AdministratorsAsync(trial, cancellationToken), now);
                trial.TellExpiry(now);
                break;
            case TrialStep.Settle:
                await sites.OrderWaitingAsync(trial, now, cancellationToken);
                await reminders.WriteAsync(trial, now, cancellationToken);
                trial.Settle(now);
                break;
            case TrialStep.End:
                await ending.EndAsync(trial, now, cancellationToken);
                break;
            case TrialStep.Erase:
                await ending.EraseAsync(trial, now, cancellationToken);
                break;
            case TrialStep.ReleaseNumbers:
                await ending.ReleaseNumbersAsync(trial, now, cancellationToken);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step, "Unknown step.");
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Trial {TrialId} can't take its next step; it is tried again.")]
    private partial void LogStepFailed(Guid trialId, Exception failure);
}
