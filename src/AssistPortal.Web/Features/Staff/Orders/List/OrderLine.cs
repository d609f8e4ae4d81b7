using System.Linq.Expressions;
using AssistPortal.Assist.Attention;
using AssistPortal.Assist.Orders;

namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>An order with one reason why it needs somebody: read as many times as it has reasons.</summary>
public sealed record OrderLine
{
    /// <summary>The two from one statement.</summary>
    internal static readonly Expression<Func<Order, OrderAttention?, OrderLine>> Of = Together();

    public required OrderRow Order { get; init; }

    /// <summary>Null where nobody is needed.</summary>
    public required AttentionReason? Reason { get; init; }

    private static Expression<Func<Order, OrderAttention?, OrderLine>> Together()
    {
        Expression<Func<OrderAttention?, AttentionReason?>> reason = item => item == null ? null : item.Reason;
        var line = Expression.MemberInit(
            Expression.New(typeof(OrderLine)),
            Expression.Bind(typeof(OrderLine).GetProperty(nameof(Order))!, OrderRow.Of.Body),
            Expression.Bind(typeof(OrderLine).GetProperty(nameof(Reason))!, reason.Body));
        return Expression.Lambda<Func<Order, OrderAttention?, OrderLine>>(
            line, OrderRow.Of.Parameters[0], reason.Parameters[0]);
    }
}
