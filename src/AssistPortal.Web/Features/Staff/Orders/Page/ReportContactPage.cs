using AssistPortal.Assist.Orders;
using AssistPortal.Web.Features.Staff.Orders.Acts;

namespace AssistPortal.Web.Features.Staff.Orders.Page;

/// <summary>The question who gets the report.</summary>
public sealed record ReportContactPage(OrderWithRelations Whole, ReportContactInput Input, bool HasChanged)
    : StaffActPage(Whole, HasChanged);
