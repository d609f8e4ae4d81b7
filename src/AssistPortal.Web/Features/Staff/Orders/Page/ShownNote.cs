using AssistPortal.Assist.Orders;

namespace AssistPortal.Web.Features.Staff.Orders.Page;

/// <summary>A note with its author's name.</summary>
public sealed record ShownNote(OrderNote Note, string Author);
