using AssistPortal.Assist.Ordering;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>What every step's page has: what <c>_StepLayout</c> shows around what differs.</summary>
public abstract record StepPage(OrderStep Step)
{
    public required Guid DraftId { get; init; }

    /// <summary>The input model.</summary>
    public abstract object Typed { get; }

    /// <summary>Whether the page asks something that stands before going on.</summary>
    public virtual bool AsksFirst => false;
}
