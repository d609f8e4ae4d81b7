using System.Linq.Expressions;

namespace AssistPortal.Data.Paging;

/// <summary>
/// Pages of a sorted list by the key of the row where they begin: any page costs the same, and rows that come or go
/// meanwhile shift nothing.
/// </summary>
public static class Keyset
{
    /// <summary>Sorted by a column, and by the entity's key among equals.</summary>
    public static IQueryable<T> SortedBy<T, TColumn>(
        this IQueryable<T> rows, Expression<Func<T, TColumn>> column, Expression<Func<T, Guid>> id, bool ascending) =>
        ascending ? rows.OrderBy(column).ThenBy(id) : rows.OrderByDescending(column).ThenByDescending(id);

    /// <summary>The rows that stand beyond a place in that order.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="column">The column by which they are sorted.</param>
    /// <param name="id">The entity's key.</param>
    /// <param name="ascending">The order.</param>
    /// <param name="value">The place: the column's value there.</param>
    /// <param name="key">The place: the key there.</param>
    public static IQueryable<T> Beyond<T, TColumn>(
        this IQueryable<T> rows,
        Expression<Func<T, TColumn>> column,
        Expression<Func<T, Guid>> id,
        bool ascending,
        TColumn value,
        Guid key)
    {
        var row = column.Parameters[0];
        var idOfRow = new Renaming(id.Parameters[0], row).Visit(id.Body);
        var (place, last) = (Parameter(value), Parameter(key));
        var (beyond, atOrBeyond) = ascending
            ? (ExpressionType.GreaterThan, ExpressionType.GreaterThanOrEqual)
            : (ExpressionType.LessThan, ExpressionType.LessThanOrEqual);

        // The first condition says nothing new; it lets the database begin in the middle of its index.
        var condition = Expression.AndAlso(
            Compare(atOrBeyond, column.Body, place),
            Expression.OrElse(Compare(beyond, column.Body, place), Compare(beyond, idOfRow, last)));
        return rows.Where(Expression.Lambda<Func<T, bool>>(condition, row));
    }

    private static Expression Compare(ExpressionType type, Expression left, Expression right) =>
        left.Type == typeof(string)
            ? Expression.MakeBinary(
                type,
                Expression.Call(typeof(string), nameof(string.Compare), typeArguments: null, left, right),
                Expression.Constant(0))
            : Expression.MakeBinary(type, left, right);

    /// <summary>A value that the database gets as a parameter, as if it were a variable of the query.</summary>
    private static MemberExpression Parameter<TValue>(TValue value) =>
        Expression.Property(Expression.Constant(new Box<TValue>(value)), nameof(Box<TValue>.Value));

    private sealed record Box<TValue>(TValue Value);

    private sealed class Renaming(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            node == from ? to : base.VisitParameter(node);
    }
}
