using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Sites;

namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>A meeting and its site.</summary>
public sealed class FoundMeeting
{
    public required MeetingSession Session { get; init; }

    public required Site Site { get; init; }
}
