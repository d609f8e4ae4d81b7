namespace AssistPortal.Web.Features.Staff.Orders.Acts;

/// <summary>Words of what coordinators do with an order.</summary>
public sealed class StaffOrderActsTexts;
