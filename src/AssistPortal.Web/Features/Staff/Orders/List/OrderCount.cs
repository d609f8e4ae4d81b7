namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>How many orders a view shows.</summary>
/// <param name="Least">So many at least.</param>
/// <param name="IsMore">Whether there may be more.</param>
public readonly record struct OrderCount(int Least, bool IsMore)
{
    /// <summary>Of that many that were found, of which one more than is told was looked for.</summary>
    public static OrderCount Of(int found) => new(Math.Min(found, OrderCounts.Most), found > OrderCounts.Most);

    public override string ToString() => IsMore ? $"{Least}+" : $"{Least}";
}
