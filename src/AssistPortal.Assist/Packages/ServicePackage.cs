using AssistPortal.Data;

namespace AssistPortal.Assist.Packages;

/// <summary>A service package of the catalogue, such as Event Center Premium Assist.</summary>
public sealed class ServicePackage : IVersioned
{
    public const int CodeLength = 40;

    public int Id { get; private set; }

    /// <summary>Stable code, such as <c>ec-premium</c>.</summary>
    public required string Code { get; init; }

    public required ServedKind Serves { get; set; }

    /// <summary>Whether the meeting has to be scheduled on the site before the order is placed.</summary>
    public required bool ScheduledFirst { get; set; }

    /// <summary>Minutes before the start for which the producer is reserved too.</summary>
    public int LeadMinutes { get; set; } = 30;

    /// <summary>Minutes after the end for which the producer is reserved too.</summary>
    public int TrailMinutes { get; set; } = 15;

    /// <summary>Production time that the package includes, in minutes; null where it is not counted.</summary>
    public int? ProductionMinutes { get; set; }

    public bool IncludesPlanningCall { get; set; }

    public bool IncludesConsultation { get; set; }

    public bool IncludesRehearsal { get; set; }

    /// <summary>Whether customers get a report of who registered and came: of anything but plain meetings.</summary>
    public bool HasReport => Serves != ServedKind.Meeting;

    public int DisplayOrder { get; set; }

    public bool IsActive { get; set; } = true;

    public int Version { get; private set; }

    public List<PackageText> Texts { get; } = [];

    public List<RateCard> RateCards { get; } = [];

    public List<CancellationTier> CancellationTiers { get; } = [];

    public bool IsPricedIn(string currency) => RateCards.Exists(card => card.Currency == currency);

    /// <summary>The rates in that currency.</summary>
    /// <exception cref="InvalidOperationException">The package is not priced in it.</exception>
    public RateCard RatesIn(string currency) => RateCards.Single(card => card.Currency == currency);
}

public enum ServedKind
{
    Event,
    TrainingSession,
    Meeting,
}

/// <summary>Name and description of a package in one language.</summary>
public sealed class PackageText : ILocalizedText
{
    public const int NameLength = 120;
    public const int DescriptionLength = 2000;

    public int PackageId { get; init; }

    public required string Language { get; init; }

    public required string Name { get; set; }

    public required string Description { get; set; }
}

/// <summary>What cancelling costs from a given notice on: of all tiers reached, the one with the longest notice holds.</summary>
public sealed class CancellationTier
{
    public int PackageId { get; init; }

    /// <summary>Least notice before the start, in hours.</summary>
    public required int NoticeHours { get; init; }

    /// <summary>Share of the fee, in percent.</summary>
    public required int Percent { get; set; }
}
