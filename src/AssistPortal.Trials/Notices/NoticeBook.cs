using AssistPortal.Data;
using AssistPortal.Trials.Lifecycle;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Notices;

/// <summary>Which notices of a trial are to be sent.</summary>
internal sealed class NoticeBook(PortalDbContext db)
{
    /// <summary>
    /// Adds one for each reader, to be saved with the trial. Somebody who is twice among them gets one.
    /// </summary>
    public void Add(Trial trial, TrialNoticeKind kind, IEnumerable<TrialNoticeReader> readers, Instant now) =>
        db.AddRange(readers
            .DistinctBy(reader => reader.Email, StringComparer.OrdinalIgnoreCase)
            .Select(reader => new TrialNotice(trial.Id, kind, trial.EndDate, reader, now)));

    /// <summary>
    /// Drops what was to be sent still, in the caller's transaction: an extension or a conversion has overtaken it. A
    /// worker that sends one of them at the same moment comes before that as a whole, or not at all.
    /// </summary>
    public Task CancelWaitingAsync(Guid trialId, Instant now, CancellationToken cancellationToken) =>
        db.Set<TrialNotice>()
            .Where(notice => notice.TrialId == trialId && notice.State == TrialNoticeState.Waiting)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(notice => notice.State, TrialNoticeState.Cancelled)
                    .SetProperty(notice => notice.SettledAt, now)
                    .SetProperty(notice => notice.LeaseOwner, (Guid?)null)
                    .SetProperty(notice => notice.LeaseUntil, (Instant?)null),
                cancellationToken);
}
