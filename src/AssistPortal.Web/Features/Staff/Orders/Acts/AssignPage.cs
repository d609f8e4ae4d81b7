using AssistPortal.Assist.Orders;
using AssistPortal.Assist.Staffing;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>Who could have the order, and which of its sessions could go along.</summary>
public sealed record AssignPage(
    OrderWithRelations Whole,
    AssignInput Input,
    IReadOnlyList<ProducerCandidate> Candidates,
    IReadOnlyList<SessionChoice> Sessions,
    bool HasChanged)
    : StaffActPage(Whole, HasChanged)
{
    /// <summary>Whether the order can still have another producer.</summary>
    public bool IsPossible { get; init; } = true;
}
