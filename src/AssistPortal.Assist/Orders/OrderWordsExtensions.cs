using System.Linq.Expressions;

namespace AssistPortal.Assist.Orders;

/// <summary>Finds orders by words.</summary>
public static class OrderWordsExtensions
{
    /// <summary>The orders with which all of these words are found.</summary>
    public static IQueryable<Order> WithWords(this IQueryable<Order> orders, IReadOnlyList<OrderWord> words)
    {
        if (words.Count == 0)
        {
            return orders;
        }

        // A producer in whose name all words stand is said once more: from the words singly PostgreSQL guesses that
        // there are few orders, and sorts all of that producer's instead of walking along the list's order.
        var named = words.Select(word => word.Producers.AsEnumerable())
            .Aggregate((found, next) => found.Intersect(next))
            .ToList();
        var all = words.Select(Has).Aggregate((left, right) => Both(left, right, Expression.AndAlso));
        return orders.Where(words.Count == 1 || named.Count == 0
            ? all
            : Both(order => named.Contains(order.ProducerId), all, Expression.OrElse));
    }

    private static Expression<Func<Order, bool>> Has(OrderWord wanted)
    {
        var ((word, other), producers) = wanted;
        return (word == other, producers.Count == 0) switch
        {
            (true, true) => order => order.SearchText.Contains(word),
            (false, true) => order => order.SearchText.Contains(word) || order.SearchText.Contains(other),
            (true, false) => order => order.SearchText.Contains(word) || producers.Contains(order.ProducerId),
            (false, false) => order => order.SearchText.Contains(word)
                || order.SearchText.Contains(other)
                || producers.Contains(order.ProducerId),
        };
    }

    private static Expression<Func<Order, bool>> Both(
        Expression<Func<Order, bool>> left,
        Expression<Func<Order, bool>> right,
        Func<Expression, Expression, Expression> together) => Expression.Lambda<Func<Order, bool>>(
            together(left.Body, new Renaming(right.Parameters[0], left.Parameters[0]).Visit(right.Body)),
            left.Parameters);

    private sealed class Renaming(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
