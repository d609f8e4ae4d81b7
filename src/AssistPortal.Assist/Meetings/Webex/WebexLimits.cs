namespace AssistPortal.Assist.Meetings.Webex;

/// <summary>Bounds of what the portal takes from the API.</summary>
internal sealed record WebexLimits
{
    /// <summary>Time of a look-up with all its pages.</summary>
    public required TimeSpan Lookup { get; init; }

    /// <summary>Time of a change.</summary>
    public TimeSpan Change { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Pages of a look-up that are read.</summary>
    public int Pages { get; init; } = 10;

    /// <summary>Bytes of a page that are read: several times what a hundred meetings take.</summary>
    public int PageBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>Look-ups end a little before the host has waited for long enough, so that the cause is told.</summary>
    public static WebexLimits Within(TimeSpan patience) => new() { Lookup = patience - TimeSpan.FromMilliseconds(250) };
}
