namespace AssistPortal.Web.Features.Orders.Next;

/// <summary>How far something that belongs to an order is.</summary>
public enum NextStepState
{
    Done,
    Running,
    Scheduled,

    /// <summary>It has no date yet.</summary>
    Open,

    /// <summary>It follows the event.</summary>
    Later,
}
