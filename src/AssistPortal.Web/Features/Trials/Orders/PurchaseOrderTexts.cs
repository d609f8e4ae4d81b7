namespace AssistPortal.Web.Features.Trials.Orders;

/// <summary>Words of purchase orders.</summary>
public sealed class PurchaseOrderTexts;
