namespace AssistPortal.Web.Features.Staff.Orders;

/// <summary>Words of orders as staff see them.</summary>
public sealed class StaffOrdersTexts;
