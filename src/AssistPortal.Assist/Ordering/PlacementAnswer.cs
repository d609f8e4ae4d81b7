using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Scheduling;

namespace AssistPortal.Assist.Ordering;

/// <summary>What became of a submitted draft.</summary>
public abstract record PlacementAnswer
{
    /// <summary>There is an order, by this or an earlier submission of the same draft.</summary>
    public sealed record Placed(RequestNumber Number) : PlacementAnswer;

    /// <summary>The hold was lost, and nobody else is free at that time.</summary>
    public sealed record NobodyFree(HoldAnswer.Nobody Answer) : PlacementAnswer;

    /// <summary>Something has changed since a step was passed: it has to be looked at again.</summary>
    public sealed record Refused(OrderStep Step, RefusalReason Reason) : PlacementAnswer;
}
