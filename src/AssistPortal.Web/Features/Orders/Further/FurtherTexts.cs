namespace AssistPortal.Web.Features.Orders.Further;

/// <summary>Words of the lines that coordinators add to invoices.</summary>
public sealed class FurtherTexts;
