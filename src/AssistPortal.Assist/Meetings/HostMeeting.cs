using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Sites;

namespace AssistPortal.Assist.Meetings;

/// <summary>A coming meeting of a host, as the site's directory knows it.</summary>
/// <param name="Site">The site on which it is scheduled.</param>
/// <param name="Session">What the directory knows.</param>
/// <param name="HostEmail">The address under which it was found.</param>
/// <param name="Time">
/// Its own time, in the zone in which it was scheduled; where the directory does not tell, in the host's.
/// </param>
public sealed record HostMeeting(Site Site, DirectorySession Session, string HostEmail, EventTime Time)
{
    /// <summary>The order that there is for it; null where there is none.</summary>
    public MeetingOrder? Order { get; init; }
}

/// <param name="Number">The order's request number.</param>
/// <param name="IsOwn">Whether the host has placed it; else somebody else has, for the same meeting.</param>
public sealed record MeetingOrder(RequestNumber Number, bool IsOwn);

/// <param name="HostEmail">The address for which was asked.</param>
/// <param name="Meetings">What the directories know, by start.</param>
public sealed record HostMeetingList(string HostEmail, IReadOnlyList<HostMeeting> Meetings)
{
    /// <summary>Whether a directory gave no answer.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Whether a directory outside the portal was not asked.</summary>
    public bool IsPartial { get; init; }
}
