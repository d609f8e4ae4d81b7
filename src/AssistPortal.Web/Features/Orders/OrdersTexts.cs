namespace AssistPortal.Web.Features.Orders;

/// <summary>Words of every page that acts on an order.</summary>
public sealed class OrdersTexts;
