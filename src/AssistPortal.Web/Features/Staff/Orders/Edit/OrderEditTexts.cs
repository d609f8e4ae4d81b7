namespace AssistPortal.Web.Features.Staff.Orders.Edit;

/// <summary>Words of the page on which coordinators edit an order.</summary>
public sealed class OrderEditTexts;
