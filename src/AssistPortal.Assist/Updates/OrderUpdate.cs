using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Orders;
using NodaTime;

namespace AssistPortal.Assist.Updates;

/// <summary>
/// A change of an order's date and time: begun on the Availability page, which holds a producer for it, and confirmed
/// on the Meeting Lookup page. Confirmed ones stay, as the order's history.
/// </summary>
public sealed class OrderUpdate
{
    private OrderUpdate()
    {
    }

    /// <summary>Also names the hold.</summary>
    public Guid Id { get; private set; }

    public Guid OrderId { get; private set; }

    /// <summary>Who began it: the host's account, or the access to that one order.</summary>
    public Guid VisitorId { get; private set; }

    /// <summary>Version of the order that the visitor saw.</summary>
    public int OrderVersion { get; private set; }

    public Instant FormerStart { get; private set; }

    public Instant Start { get; private set; }

    public Instant BegunAt { get; private set; }

    /// <summary>When the order got the new time; null while it has not.</summary>
    public Instant? ConfirmedAt { get; private set; }

    /// <summary>SEQUENCE of the calendar mails about it.</summary>
    public int? Revision { get; private set; }

    public int? FormerProducerId { get; private set; }

    public int? ProducerId { get; private set; }

    /// <summary>What is to become of the meeting on the site; null while it was not asked.</summary>
    public MeetingFollowUp? Meeting { get; private set; }

    /// <summary>Why the portal could not change the meeting.</summary>
    public DirectoryFault? MeetingFault { get; private set; }

    /// <summary>The directory's own name for the failed request.</summary>
    public string? MeetingTrackingId { get; private set; }

    /// <summary>Until when the server that changes the meeting has it to itself.</summary>
    public Instant? MeetingLeaseUntil { get; private set; }

    public bool HasOtherProducer => ProducerId != FormerProducerId;

    /// <summary>Begins to move an order, as it is now.</summary>
    public static OrderUpdate Begin(Order order, Guid visitorId, Instant start, Instant now)
    {
        var update = new OrderUpdate { Id = Guid.NewGuid(), OrderId = order.Id, VisitorId = visitorId };
        update.BeginAgain(order, start, now);
        return update;
    }

    /// <summary>The visitor has chosen another time, or has seen what became of the order meanwhile.</summary>
    /// <exception cref="InvalidOperationException">It is confirmed already.</exception>
    public void BeginAgain(Order order, Instant start, Instant now)
    {
        GuardOpen();
        (OrderVersion, FormerStart, Start, BegunAt) = (order.Version, order.Time.Start, start, now);
    }

    /// <summary>The order has been moved.</summary>
    /// <exception cref="InvalidOperationException">It is confirmed already.</exception>
    public void Confirm(Order moved, int formerProducerId, MeetingFollowUp meeting, Instant now)
    {
        GuardOpen();
        (ConfirmedAt, Revision, Meeting) = (now, moved.CalendarSequence, meeting);
        (FormerProducerId, ProducerId) = (formerProducerId, moved.ProducerId);
    }

    /// <summary>The portal has tried to change the meeting.</summary>
    /// <param name="outcome">What came of it.</param>
    /// <param name="failure">Why it could not.</param>
    /// <exception cref="InvalidOperationException">It was not to.</exception>
    public void EndMeeting(MeetingFollowUp outcome, DirectoryException? failure)
    {
        if (Meeting != MeetingFollowUp.Pending)
        {
            throw new InvalidOperationException($"The meeting of update {Id} is {Meeting}.");
        }

        (Meeting, MeetingFault, MeetingTrackingId, MeetingLeaseUntil) =
            (outcome, failure?.Fault, failure?.TrackingId, null);
    }

    private void GuardOpen()
    {
        if (ConfirmedAt is not null)
        {
            throw new InvalidOperationException($"Update {Id} is confirmed.");
        }
    }
}

/// <summary>What becomes of the meeting on the site when its order gets another time.</summary>
public enum MeetingFollowUp
{
    /// <summary>The customer has changed it already.</summary>
    DoneBefore,

    /// <summary>Nothing is scheduled on the site, the customer says.</summary>
    NotScheduled,

    /// <summary>The customer changes it later.</summary>
    Later,

    /// <summary>The customer changes it on the site's scheduling page now.</summary>
    SchedulingPage,

    /// <summary>The portal is to change it.</summary>
    Pending,

    /// <summary>The portal has changed it.</summary>
    Changed,

    /// <summary>The portal could not change it: the customer has to.</summary>
    Failed,
}
