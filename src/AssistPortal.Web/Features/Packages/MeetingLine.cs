using AssistPortal.Assist.Meetings;

namespace AssistPortal.Web.Features.Packages;

/// <summary>A meeting of the host, with what can be done about it.</summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="DraftId">An order for it that is to be continued.</param>
/// <param name="IsTooSoon">Whether it takes place before anything can be ordered.</param>
public sealed record MeetingLine(HostMeeting Meeting, Guid? DraftId, bool IsTooSoon);

/// <param name="Found">What the directories know.</param>
/// <param name="Lines">Each meeting, by start.</param>
/// <param name="LeadTimeDays">Least days from the day of ordering to the event's.</param>
public sealed record MeetingLines(HostMeetingList Found, IReadOnlyList<MeetingLine> Lines, int LeadTimeDays)
{
    /// <summary>How many are shown at once; the rest is folded away.</summary>
    public const int Shown = 4;

    /// <summary>Whether there is something to tell without being asked.</summary>
    public bool IsWorthShowing => Lines.Count > 0 || Found.IsPartial || Found.IsSilent;
}
