using AssistPortal.Web.Features.Times;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>What step 3 shows.</summary>
public sealed record EventInformationPage
{
    public required Guid DraftId { get; init; }

    public required EventInformationInput Input { get; init; }

    public required OrderSummary Summary { get; init; }

    /// <summary>The hold was lost, and nobody is free at the wished time any longer.</summary>
    public NobodyFree? NobodyFree { get; init; }

    /// <summary>Whether package, date or time have to be changed before the order can be placed.</summary>
    public bool IsRefused { get; init; }
}
