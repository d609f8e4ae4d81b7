namespace AssistPortal.Web.Features.Staff.Orders.List;

/// <summary>How many orders a view shows.</summary>
/// <param name="Least">So many at least.</param>
/// <param name="IsMore">Whether there may be more.</param>
public readonly record struct OrderCount(int Least, bool IsMore)
{
    public override string ToString() => IsMore ? $"{Least}+" : $"{Least}";
}
