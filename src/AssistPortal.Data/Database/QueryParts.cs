using System.Linq.Expressions;

namespace AssistPortal.Data.Database;

/// <summary>
/// Puts queries together of parts that are also used singly: a compiled query has to be one expression, and calls no
/// methods.
/// </summary>
public static class QueryParts
{
    /// <inheritdoc cref="Into{T1,T2,T3,TRow,TResult}" />
    public static Expression<Func<PortalDbContext, T1, IQueryable<TResult>>> Into<T1, TRow, TResult>(
        this Expression<Func<PortalDbContext, T1, IQueryable<TRow>>> rows,
        Expression<Func<PortalDbContext, IQueryable<TRow>, IQueryable<TResult>>> made) =>
        Expression.Lambda<Func<PortalDbContext, T1, IQueryable<TResult>>>(Together(rows, made), rows.Parameters);

    /// <summary>What is made of the rows of the first query by the second.</summary>
    public static Expression<Func<PortalDbContext, T1, T2, T3, IQueryable<TResult>>> Into<T1, T2, T3, TRow, TResult>(
        this Expression<Func<PortalDbContext, T1, T2, T3, IQueryable<TRow>>> rows,
        Expression<Func<PortalDbContext, IQueryable<TRow>, IQueryable<TResult>>> made) =>
        Expression.Lambda<Func<PortalDbContext, T1, T2, T3, IQueryable<TResult>>>(
            Together(rows, made), rows.Parameters);

    /// <inheritdoc cref="Into{T1,T2,T3,TRow,TResult}" />
    public static Expression<Func<PortalDbContext, T1, T2, T3, T4, IQueryable<TResult>>>
        Into<T1, T2, T3, T4, TRow, TResult>(
            this Expression<Func<PortalDbContext, T1, T2, T3, T4, IQueryable<TRow>>> rows,
            Expression<Func<PortalDbContext, IQueryable<TRow>, IQueryable<TResult>>> made) =>
        Expression.Lambda<Func<PortalDbContext, T1, T2, T3, T4, IQueryable<TResult>>>(
            Together(rows, made), rows.Parameters);

    /// <summary>The expression with something else in place of a parameter.</summary>
    public static Expression With(this Expression body, ParameterExpression parameter, Expression value) =>
        new Replacing(parameter, value).Visit(body);

    private static Expression Together(LambdaExpression rows, LambdaExpression made) =>
        made.Body.With(made.Parameters[0], rows.Parameters[0]).With(made.Parameters[1], rows.Body);

    private sealed class Replacing(ParameterExpression parameter, Expression value) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) =>
            node == parameter ? value : base.VisitParameter(node);
    }
}
