namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>Words of the meetings that staff keep.</summary>
public sealed class MeetingsTexts;
