using AssistPortal.Data;

namespace AssistPortal.Assist.Packages;

/// <summary>One service of the package comparison table.</summary>
public sealed class ComparisonRow : IVersioned
{
    public int Id { get; private set; }

    public required ComparisonPhase Phase { get; set; }

    public required int DisplayOrder { get; set; }

    public int Version { get; private set; }

    public List<ComparisonText> Texts { get; } = [];

    public List<ComparisonCell> Cells { get; } = [];
}

/// <summary>When in an event's life a service is given.</summary>
public enum ComparisonPhase
{
    Before,
    Live,
    After,
}

public sealed class ComparisonText : ILocalizedText
{
    public const int NameLength = 200;
    public const int DescriptionLength = 1000;

    public int RowId { get; init; }

    public required string Language { get; init; }

    public required string Name { get; set; }

    public required string Description { get; set; }
}

/// <summary>What a package says to a service of the table.</summary>
public sealed class ComparisonCell
{
    public int RowId { get; init; }

    public int PackageId { get; init; }

    public required Inclusion Inclusion { get; set; }

    /// <summary>Least time charged where the service is charged by the hour, in minutes.</summary>
    public int? MinimumMinutes { get; set; }
}

public enum Inclusion
{
    NotApplicable,
    Included,
    Hourly,
    OptionalHourly,
}
