namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>What a file holds, and what is wrong with it.</summary>
public sealed class MeetingFile
{
    public List<MeetingRow> Rows { get; } = [];

    public List<MeetingProblem> Problems { get; } = [];
}
