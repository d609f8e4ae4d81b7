namespace AssistPortal.Web.Features.Orders.Facts;

/// <summary>Words of what an order is.</summary>
public sealed class FactsTexts;
