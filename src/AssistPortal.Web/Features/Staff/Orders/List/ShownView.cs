namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>A view above the list.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Query">What it shows, as the list's address has it.</param>
/// <param name="Count">How many orders.</param>
/// <param name="IsCurrent">Whether the list shows just that.</param>
/// <param name="IsUrgent">Whether its orders wait for somebody.</param>
public sealed record ShownView(string Name, string Query, OrderCount Count, bool IsCurrent, bool IsUrgent = false);
