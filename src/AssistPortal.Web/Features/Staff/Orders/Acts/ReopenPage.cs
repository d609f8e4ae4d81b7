using AssistPortal.Assist.Billing;
using AssistPortal.Assist.Orders;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>The question whether a completed order is to be open again.</summary>
/// <param name="Whole">The order.</param>
/// <param name="Input">What is typed.</param>
/// <param name="Owed">The invoice that would be taken back; null where there is none.</param>
/// <param name="IsPossible">Whether it can be.</param>
/// <param name="HasChanged">Whether somebody else has changed the order.</param>
public sealed record ReopenPage(
    OrderWithRelations Whole, ReopenInput Input, Invoice? Owed, bool IsPossible, bool HasChanged)
    : StaffActPage(Whole, HasChanged);
