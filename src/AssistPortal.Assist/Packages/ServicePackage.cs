using AssistPortal.Data;

namespace AssistPortal.Assist.Packages;

/// <summary>A service package of the catalogue, such as Event Center Premium Assist.</summary>
public sealed partial class ServicePackage : IVersioned
{
    public const int CodeLength = 40;

    private readonly List<PackageText> texts = [];
    private readonly List<RateCard> rateCards = [];
    private readonly List<CancellationTier> cancellationTiers = [];

    private ServicePackage()
    {
    }

    /// <summary>A package that has no rates as yet.</summary>
    /// <inheritdoc cref="Change" path="/exception" />
    public ServicePackage(string code, PackageDetails details)
    {
        Code = Guard.Filled(CodeLength, code);
        Change(details);
    }

    public int Id { get; private set; }

    /// <summary>Stable code, such as <c>ec-premium</c>.</summary>
    public string Code { get; private init; } = "";

    public ServedKind Serves { get; private set; }

    /// <summary>Whether the meeting has to be scheduled on the site before the order is placed.</summary>
    public bool ScheduledFirst { get; private set; }

    /// <summary>Minutes before the start for which the producer is reserved too.</summary>
    public int LeadMinutes { get; private set; }

    /// <summary>Minutes after the end for which the producer is reserved too.</summary>
    public int TrailMinutes { get; private set; }

    /// <summary>Production time that the package includes, in minutes; null where it is not counted.</summary>
    public int? ProductionMinutes { get; private set; }

    public bool IncludesPlanningCall { get; private set; }

    public bool IncludesConsultation { get; private set; }

    public bool IncludesRehearsal { get; private set; }

    /// <summary>Whether customers get a report of who registered and came: of anything but plain meetings.</summary>
    public bool HasReport => Serves != ServedKind.Meeting;

    public int DisplayOrder { get; private set; }

    public bool IsActive { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyList<PackageText> Texts => texts.AsReadOnly();

    public IReadOnlyList<RateCard> RateCards => rateCards.AsReadOnly();

    public IReadOnlyList<CancellationTier> CancellationTiers => cancellationTiers.AsReadOnly();

    public bool IsPricedIn(string currency) => rateCards.Exists(card => card.Currency == currency);

    /// <summary>The rates in that currency.</summary>
    /// <exception cref="InvalidOperationException">The package is not priced in it.</exception>
    public RateCard RatesIn(string currency) => rateCards.Single(card => card.Currency == currency);
}

public enum ServedKind
{
    Event,
    TrainingSession,
    Meeting,
}
