namespace AssistPortal.Assist.Packages;

/// <summary>What staff say of one service of the comparison table.</summary>
/// <param name="Phase">When it is given.</param>
/// <param name="DisplayOrder">Its place within the phase.</param>
/// <param name="Texts">By culture name.</param>
/// <param name="Cells">By package.</param>
public sealed record ComparisonDetails(
    ComparisonPhase Phase,
    int DisplayOrder,
    SortedDictionary<string, LocalizedName> Texts,
    SortedDictionary<int, ComparisonFigures> Cells)
{
    internal static ComparisonDetails Of(ComparisonRow row) => new(
        row.Phase,
        row.DisplayOrder,
        LocalizedNames.Of(row.Texts),
        new(row.Cells.ToDictionary(
            cell => cell.PackageId, cell => new ComparisonFigures(cell.Inclusion, cell.MinimumMinutes))));
}

/// <summary>What a package says to a service, and the least time charged where it is charged by the hour.</summary>
public sealed record ComparisonFigures(Inclusion Inclusion, int? MinimumMinutes);
