namespace AssistPortal.Assist.Meetings.Webex;

/// <summary>
/// A meeting as the API gives it, as far as the portal reads it. Passwords and host keys have no property here, so that
/// they are never read out of the answer.
/// </summary>
internal sealed record WebexMeeting
{
    public string? Id { get; init; }

    public string? MeetingSeriesId { get; init; }

    public string? MeetingNumber { get; init; }

    public string? Title { get; init; }

    public string? Agenda { get; init; }

    public string? Start { get; init; }

    public string? End { get; init; }

    /// <summary>The rule of a recurring series; a meeting that takes place once has none.</summary>
    public string? Recurrence { get; init; }

    public string? HostEmail { get; init; }

    public string? SiteUrl { get; init; }

    public string? WebLink { get; init; }

    public string? State { get; init; }
}

/// <summary>A page of a list of meetings.</summary>
internal sealed record WebexPage
{
    public IReadOnlyList<WebexMeeting?>? Items { get; init; }
}

/// <summary>A change of a meeting's time: the three belong together, without a zone the API takes UTC.</summary>
internal sealed record WebexChange
{
    public required string Start { get; init; }

    public required string End { get; init; }

    public required string Timezone { get; init; }

    /// <summary>For whom an administrator changes it.</summary>
    public string? HostEmail { get; init; }

    /// <summary>Whether the directory tells those who are invited.</summary>
    public required bool SendEmail { get; init; }
}
