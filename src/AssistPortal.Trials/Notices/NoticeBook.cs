using AssistPortal.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace AssistPortal.Trials.Notices;

/// <summary>Notices of trials as what is done with a trial changes them.</summary>
internal sealed class NoticeBook(PortalDbContext db)
{
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
