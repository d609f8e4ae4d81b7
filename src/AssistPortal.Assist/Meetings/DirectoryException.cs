namespace AssistPortal.Assist.Meetings;

/// <summary>
/// A meeting directory did not do what it was asked. Its message holds nothing that the directory said.
/// </summary>
public sealed class DirectoryException(DirectoryFault fault, string? trackingId = null, Exception? inner = null)
    : Exception(
        $"The meeting directory failed: {fault}{(trackingId is null ? "" : $", tracking id {trackingId}")}.", inner)
{
    public DirectoryFault Fault { get; } = fault;

    /// <summary>The directory's own name for the failed request, for staff who ask its operators.</summary>
    public string? TrackingId { get; } = trackingId;
}

/// <summary>Why a meeting directory failed.</summary>
public enum DirectoryFault
{
    /// <summary>The portal has no access token for the site.</summary>
    NotConfigured,

    /// <summary>The directory does not accept the portal's token, or not for this.</summary>
    AccessRefused,

    /// <summary>There is no such session any more.</summary>
    NotFound,

    /// <summary>The directory does not allow this change.</summary>
    Rejected,

    /// <summary>The directory asks to come again later than anybody waits.</summary>
    Busy,

    /// <summary>The directory can't be reached, is too slow or broken.</summary>
    Unavailable,

    /// <summary>The directory answers something that can't be understood.</summary>
    Unreadable,
}
