namespace AssistPortal.Web.Features.Staff.Orders.Page;

/// <summary>An account that has to do with an order, with its name and address.</summary>
public sealed record ShownHost(Guid Id, string Name, string Email);
