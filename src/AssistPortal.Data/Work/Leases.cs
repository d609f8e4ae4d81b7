using System.Linq.Expressions;
using AssistPortal.Data.Database;
using NodaTime;

namespace AssistPortal.Data.Work;

/// <summary>Rows that one server has to itself for a while, so that each is worked on once.</summary>
public static class Leases
{
    /// <summary>
    /// Those that no server has. A lease that is twice as long as any comes of a clock that was ahead, and counts as
    /// none.
    /// </summary>
    /// <param name="rows">Rows of any kind.</param>
    /// <param name="leaseUntil">When the lease of a row ends; null where nobody has it.</param>
    /// <param name="now">The real time.</param>
    /// <param name="longest">The longest lease.</param>
    public static IQueryable<TRow> WithoutLease<TRow>(
        this IQueryable<TRow> rows, Expression<Func<TRow, Instant?>> leaseUntil, Instant now, Duration longest)
    {
        var tooFar = now + (longest * 2);
        Expression<Func<Instant?, bool>> isFree = until => until == null || until <= now || until > tooFar;
        return rows.Where(Expression.Lambda<Func<TRow, bool>>(
            isFree.Body.With(isFree.Parameters[0], leaseUntil.Body), leaseUntil.Parameters));
    }
}
