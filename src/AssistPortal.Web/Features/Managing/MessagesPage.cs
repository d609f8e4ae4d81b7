using AssistPortal.Web.Features.Orders.Correspondence;
using AssistPortal.Web.Features.Orders.Facts;

namespace AssistPortal.Web.Features.Managing;

/// <summary>What was written about an order, and the form to go on.</summary>
/// <param name="Page">The order.</param>
/// <param name="IsHost">Whether its host looks, signed in.</param>
/// <param name="Correspondence">What was written, oldest first.</param>
/// <param name="Input">What is typed.</param>
public sealed record MessagesPage(
    OrderPage Page, bool IsHost, IReadOnlyList<ShownMessage> Correspondence, MessageInput Input);
