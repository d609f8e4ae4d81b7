using AssistPortal.Data;

namespace AssistPortal.Assist.Packages;

/// <summary>What a package says to a service of the table.</summary>
public sealed class ComparisonCell
{
    private ComparisonCell()
    {
    }

    internal ComparisonCell(int packageId, ComparisonFigures figures)
    {
        PackageId = packageId;
        Say(figures);
    }

    public int RowId { get; private init; }

    public int PackageId { get; private init; }

    public Inclusion Inclusion { get; private set; }

    /// <summary>Least time charged where the service is charged by the hour, in minutes.</summary>
    public int? MinimumMinutes { get; private set; }

    internal void Say(ComparisonFigures figures)
    {
        Check(figures);
        (Inclusion, MinimumMinutes) = (figures.Inclusion, figures.MinimumMinutes);
    }

    internal static void Check(ComparisonFigures figures)
    {
        Guard.Named(figures.Inclusion);
        ArgumentOutOfRangeException.ThrowIfNegative(figures.MinimumMinutes ?? 0, nameof(figures));
    }
}

public enum Inclusion
{
    NotApplicable,
    Included,
    Hourly,
    OptionalHourly,
}
