using AssistPortal.Assist.Ordering;
using NodaTime;

namespace AssistPortal.Web.Features.Ordering;

/// <summary>What every step's page has: what <c>_StepLayout</c> shows around what differs.</summary>
public abstract record StepPage(OrderStep Step)
{
    public required Guid DraftId { get; init; }

    /// <summary>For whom a coordinator orders; null where a host does.</summary>
    public DraftCustomer? Customer { get; init; }

    /// <summary>The input model.</summary>
    public abstract object Typed { get; }

    /// <summary>Until when a producer is held for the draft; null where none is, or none may be yet.</summary>
    public ZonedDateTime? HeldUntil { get; init; }

    /// <summary>Whether the page asks something that stands before going on.</summary>
    public virtual bool AsksFirst => false;
}
