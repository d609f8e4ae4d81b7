namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>A row, with its number as a spreadsheet shows it.</summary>
public sealed record MeetingRow(int Number, MeetingInput Input);
