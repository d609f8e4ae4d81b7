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
        new(row.Cells.ToDictionary(cell => cell.PackageId, cell => new ComparisonFigures(cell.Inclusion, cell.MinimumMinutes))));

    /// <summary>Makes the row so; cells of packages that are not named stay.</summary>
    internal void ApplyTo(ComparisonRow row)
    {
        (row.Phase, row.DisplayOrder) = (Phase, DisplayOrder);
        foreach (var (language, named) in Texts)
        {
            if (row.Texts.Find(text => text.Language == language) is { } text)
            {
                (text.Name, text.Description) = (named.Name, named.Description);
            }
            else
            {
                row.Texts.Add(new ComparisonText { Language = language, Name = named.Name, Description = named.Description });
            }
        }

        foreach (var (packageId, figures) in Cells)
        {
            if (row.Cells.Find(cell => cell.PackageId == packageId) is { } cell)
            {
                (cell.Inclusion, cell.MinimumMinutes) = (figures.Inclusion, figures.MinimumMinutes);
            }
            else
            {
                row.Cells.Add(new ComparisonCell { PackageId = packageId, Inclusion = figures.Inclusion, MinimumMinutes = figures.MinimumMinutes });
            }
        }
    }
}

/// <summary>What a package says to a service, and the least time charged where it is charged by the hour.</summary>
public sealed record ComparisonFigures(Inclusion Inclusion, int? MinimumMinutes);
