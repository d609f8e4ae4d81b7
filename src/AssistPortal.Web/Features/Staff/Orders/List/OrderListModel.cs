using AssistPortal.Assist.Attention;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>A page of orders.</summary>
/// <param name="Orders">The orders.</param>
/// <param name="HasBefore">Whether some stand before them.</param>
/// <param name="HasAfter">Whether some stand beyond them.</param>
/// <param name="GoOnFrom">Where the search for words has stopped, where it does not go through all at once.</param>
public sealed record OrderListModel(IReadOnlyList<OrderRow> Orders, bool HasBefore, bool HasAfter, OrderPlace? GoOnFrom)
{
    /// <summary>Why orders of this page need a coordinator.</summary>
    public required ILookup<Guid, AttentionReason> Attention { get; init; }
}
