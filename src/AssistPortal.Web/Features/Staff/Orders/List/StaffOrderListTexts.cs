namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>Words of the list of orders, for coordinators.</summary>
public sealed class StaffOrderListTexts;
