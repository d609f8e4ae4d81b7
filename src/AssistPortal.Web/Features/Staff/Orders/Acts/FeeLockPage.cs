using AssistPortal.Assist.Orders;

namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>The question whether cancelling is to cost what the terms say again.</summary>
public sealed record FeeLockPage(OrderWithRelations Whole, FeeLockInput Input, bool HasChanged)
    : StaffActPage(Whole, HasChanged);
