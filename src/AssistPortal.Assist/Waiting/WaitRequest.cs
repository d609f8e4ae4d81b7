using AssistPortal.Assist.Orders;

namespace AssistPortal.Assist.Waiting;

/// <summary>What a host wants to wait for; proven before.</summary>
public sealed record WaitRequest
{
    public required Guid HostUserId { get; init; }

    public required int SiteId { get; init; }

    public required int PackageId { get; init; }

    public required EventTime Time { get; init; }

    /// <summary>Culture name of the pages.</summary>
    public required string Language { get; init; }

    /// <summary>The draft that it comes from, where there is one.</summary>
    public Guid? DraftId { get; init; }
}
