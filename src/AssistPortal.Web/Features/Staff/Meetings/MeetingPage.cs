using AssistPortal.Assist.Meetings;
using AssistPortal.Assist.Sites;
using AssistPortal.Web.Shared.Forms;

namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>The form of a meeting.</summary>
public sealed record MeetingPage
{
    public required MeetingInput Input { get; init; }

    public required IReadOnlyList<Site> Sites { get; init; }

    /// <summary>The meeting that is edited; null for a new one.</summary>
    public MeetingSession? Session { get; init; }

    /// <summary>The site of the meeting that is edited, or the one that was chosen.</summary>
    public Site? Site { get; init; }

    public ChangedMeanwhile? Changed { get; init; }
}
