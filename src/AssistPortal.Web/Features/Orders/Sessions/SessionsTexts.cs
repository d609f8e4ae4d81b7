namespace AssistPortal.Web.Features.Orders.Sessions;

/// <summary>Words of an order's sessions.</summary>
public sealed class SessionsTexts;
