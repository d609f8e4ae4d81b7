namespace AssistPortal.Web.Features.Staff.Orders.New;

/// <summary>Texts of the page on which a coordinator begins an order for a customer.</summary>
public sealed class NewOrderTexts;
