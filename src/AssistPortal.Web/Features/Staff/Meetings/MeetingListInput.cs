namespace AssistPortal.Web.Features.Staff.Meetings;

/// <summary>What the address says of the list of meetings; all of it may be missing.</summary>
public sealed class MeetingListInput
{
    /// <summary>Key of a site.</summary>
    public string? Site { get; set; }

    /// <summary>Part of a topic, a host's ID or address, or a meeting number.</summary>
    public string? Q { get; set; }

    /// <summary>The first day; today where it is missing.</summary>
    public string? From { get; set; }

    public string? Page { get; set; }
}
