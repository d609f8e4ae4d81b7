using AssistPortal.Data;

namespace AssistPortal.Assist.Packages;

/// <summary>One service of the package comparison table.</summary>
public sealed class ComparisonRow : IVersioned
{
    private readonly List<ComparisonText> texts = [];
    private readonly List<ComparisonCell> cells = [];

    private ComparisonRow()
    {
    }

    /// <exception cref="ArgumentException">A text is missing or too long, or a number out of its range.</exception>
    public ComparisonRow(ComparisonDetails details) => Change(details);

    public int Id { get; private set; }

    public ComparisonPhase Phase { get; private set; }

    public int DisplayOrder { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<ComparisonText> Texts => texts.AsReadOnly();

    public IReadOnlyList<ComparisonCell> Cells => cells.AsReadOnly();

    /// <summary>Makes the row so; cells of packages that are not named stay.</summary>
    /// <exception cref="ArgumentException">A text is missing or too long, or a number out of its range.</exception>
    public void Change(ComparisonDetails details)
    {
        Check(details);
        (Phase, DisplayOrder) = (details.Phase, details.DisplayOrder);
        foreach (var (language, named) in details.Texts)
        {
            if (texts.Find(text => text.Language == language) is { } known)
            {
                known.Reword(named);
            }
            else
            {
                texts.Add(new ComparisonText(language, named));
            }
        }

        foreach (var (packageId, figures) in details.Cells)
        {
            if (cells.Find(cell => cell.PackageId == packageId) is { } known)
            {
                known.Say(figures);
            }
            else
            {
                cells.Add(new ComparisonCell(packageId, figures));
            }
        }
    }

    private static void Check(ComparisonDetails details)
    {
        Guard.Named(details.Phase);
        ArgumentOutOfRangeException.ThrowIfNegative(details.DisplayOrder);
        foreach (var (language, named) in details.Texts)
        {
            ComparisonText.Check(language, named);
        }

        foreach (var figures in details.Cells.Values)
        {
            ComparisonCell.Check(figures);
        }
    }
}

/// <summary>When in an event's life a service is given.</summary>
public enum ComparisonPhase
{
    Before,
    Live,
    After,
}
