using AssistPortal.Assist.Orders;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>The form of the report.</summary>
public sealed record CompletePage(
    OrderWithRelations Whole, CompleteInput Input, bool IsPossible, bool HasChanged) : StaffActPage(Whole, HasChanged);
