using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>What cancelling costs.</summary>
public sealed record StaffCancelPage(
    OrderWithRelations Whole, StaffCancelInput Input, CancellationQuote Quote, OrderPhase Phase, bool HasChanged)
    : StaffActPage(Whole, HasChanged)
{
    public bool HasBegun => Phase is OrderPhase.Running or OrderPhase.Over;

    public bool IsPossible => Phase is OrderPhase.Coming || HasBegun;
}
