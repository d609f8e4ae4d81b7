namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>Something that is wrong.</summary>
/// <param name="Row">In which row; null for the file as a whole.</param>
/// <param name="Column">In which column; null for the row as a whole.</param>
/// <param name="Text">What.</param>
public sealed record MeetingProblem(int? Row, string? Column, string Text);
