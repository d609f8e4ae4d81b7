namespace AssistPortal.Web.Features.Staff.Orders.Views;

/// <summary>Words of the saved views of orders, for coordinators.</summary>
public sealed class StaffOrderViewsTexts;
