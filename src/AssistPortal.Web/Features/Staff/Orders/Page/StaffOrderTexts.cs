namespace AssistPortal.Web.Features.Staff.Orders.Page;

/// <summary>Words of an order's page, for coordinators.</summary>
public sealed class StaffOrderTexts;
