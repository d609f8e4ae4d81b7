using AssistPortal.Assist.Consequences.Audit;
using AssistPortal.Assist.Desk.Audit;
using AssistPortal.Data.Audit;

namespace AssistPortal.Web.Features.Orders.Timeline;

/// <summary>Something that was done to an order, its sessions or its invoices.</summary>
/// <param name="Entry">Who did it, and when.</param>
/// <param name="Record">What; null where the entry can't be read.</param>
internal sealed record TimelineAct(AuditEntry Entry, AuditRecord? Record)
{
    /// <summary>The producers whom it names.</summary>
    public IEnumerable<int> Producers => Record switch
    {
        OrderPlaced act => [act.ProducerId],
        OrderUpdated { ProducerId: var (before, after) } => [before, after],
        OrderEdited { Order: ({ } before, { } after) } => [before.ProducerId, after.ProducerId],
        OrderProducerChanged { ProducerId: var (before, after) } => [before, after],
        SessionProducerChanged { ProducerId: var (before, after) } => [before, after],
        SessionMoved { Session: ({ } before, { } after) } => [before.ProducerId, after.ProducerId],
        _ => [],
    };

    /// <summary>The accounts that it names.</summary>
    public IEnumerable<Guid> People => Record is OrderOwnerChanged { OwnerId: var (before, after) }
        ? new[] { before, after }.OfType<Guid>()
        : [];
}
