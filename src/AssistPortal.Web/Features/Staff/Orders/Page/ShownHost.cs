namespace AssistPortal.Web.Features.Staff.Orders.Page;

/// <summary>The account that ordered, with its name and address.</summary>
public sealed record ShownHost(Guid Id, string Name, string Email);
