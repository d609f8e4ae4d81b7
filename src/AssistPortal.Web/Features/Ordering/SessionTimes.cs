using AssistPortal.Assist.Demand;
using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Ordering;
using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Packages;
using AssistPortal.Assist.Scheduling;
using AssistPortal.Assist.Waiting;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>What to do when the picked session takes place at another time than step 1 says.</summary>
public sealed class SessionTimes(
    FairHolds holds, UnmetDemand demand, BookingWindows windows, IClock clock)
{
    /// <summary>Whether another time is ordered than the session's, as near as orders can come to it.</summary>
    public static bool Differs(DirectorySession session, EventTime time) => Of(session, time).Orderable() != time;

    /// <summary>The session's time, in the zone of step 1.</summary>
    public static EventTime Of(DirectorySession session, EventTime time) => new()
    {
        Start = session.Start,
        DurationMinutes = session.DurationMinutes,
        TimeZone = time.TimeZone,
    };

    /// <summary>Checks the producers again for the session's time, and moves the draft and its hold there.</summary>
    public async Task<SessionMoveResult> UseAsync(
        OrderDraft draft, ServicePackage package, EventTime time, CancellationToken cancellationToken)
    {
        var window = await windows.OfAsync(draft, time.LocalStart.Zone, cancellationToken);
        if (!(window.Starts.Contains(time.Start) || draft.IsOffered(time.Start, clock.GetCurrentInstant()))
            || !QuarterHours.IsOnGrid(time.Start)
            || time.DurationMinutes is < EventTime.MinimumMinutes or > EventTime.MaximumMinutes
            || time.DurationMinutes % QuarterHours.Minutes != 0)
        {
            return new SessionMoveResult.NotBookable();
        }

        var wish = new EventWish(package.Id, time.Start, time.DurationMinutes, time.TimeZone);
        if (await holds.HoldAsync(wish, window.Starts, draft.Id, draft.HostUserId, cancellationToken)
            is HoldAnswer.Nobody nobody)
        {
            await demand.NoteAsync(wish, draft.WisherId, nobody.Reason);
            return new SessionMoveResult.NobodyFree(nobody);
        }

        draft.SetAvailability(draft.SiteId, draft.PackageId, draft.Contact, time, clock.GetCurrentInstant());
        return new SessionMoveResult.Moved();
    }
}
