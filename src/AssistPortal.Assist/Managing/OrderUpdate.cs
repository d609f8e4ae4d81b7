using AssistPortal.Assist.Meetings;
using NodaTime;

namespace AssistPortal.Assist.Managing;

/// <summary>
/// A change of an order's date and time: begun on the Availability page, which holds a producer for it, and confirmed on
/// the Meeting Lookup page. Confirmed ones stay, as the order's history.
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
}

/// <summary>What becomes of the meeting on the site when its order gets another time.</summary>
public enum MeetingFollowUp
{
    /// <summary>The customer has changed it already.</summary>
    DoneBefore,

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
