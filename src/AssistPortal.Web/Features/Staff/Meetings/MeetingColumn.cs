namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>A column of the file.</summary>
internal sealed record MeetingColumn(
    string Name, Func<MeetingInput, string?> Get, Action<MeetingInput, string> Set, bool IsNeeded = false);
