using AssistPortal.Assist.Desk;

namespace AssistPortal.Web.Features.Staff.Orders.Views;

/// <summary>One of somebody's views.</summary>
/// <param name="View">The view.</param>
/// <param name="Words">What it shows, in words.</param>
public sealed record SavedView(OrderView View, IReadOnlyList<string> Words);
