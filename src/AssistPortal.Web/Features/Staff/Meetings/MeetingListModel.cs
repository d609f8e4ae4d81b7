namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>A page of meetings.</summary>
/// <param name="Meetings">The meetings.</param>
/// <param name="Count">How many there are on all pages.</param>
/// <param name="Page">Number of this page.</param>
/// <param name="Pages">How many there are.</param>
public sealed record MeetingListModel(IReadOnlyList<FoundMeeting> Meetings, int Count, int Page, int Pages)
{
    public int First => Meetings.Count == 0 ? 0 : ((Page - 1) * MeetingList.PageSize) + 1;

    public int Last => Math.Max(0, First + Meetings.Count - 1);
}
