namespace AssistPortal.Web.Features.Trials.Orders;

/// <summary>A page of purchase orders.</summary>
/// <param name="Rows">Those of the page.</param>
/// <param name="HasMore">Whether there is a page after.</param>
public sealed record PurchaseOrderListModel(IReadOnlyList<PurchaseOrderRow> Rows, bool HasMore);
