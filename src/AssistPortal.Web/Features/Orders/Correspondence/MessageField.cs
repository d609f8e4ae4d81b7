namespace AssistPortal.Web.Features.Orders.Correspondence;

/// <summary>The field for what a coordinator says with an act.</summary>
/// <param name="MessageToCustomer">What is typed.</param>
/// <param name="Email">Where the act's mail goes.</param>
public sealed record MessageField(string? MessageToCustomer, string Email);
