namespace AssistPortal.Assist.Packages;

/// <summary>The standard rates of a package in one currency. Amounts are whole minor units of it.</summary>
public sealed class RateCard
{
    public int Id { get; private set; }

    public int PackageId { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    public required long BaseFeeMinor { get; set; }

    /// <summary>Event time that the base fee includes, in minutes.</summary>
    public int IncludedMinutes { get; set; } = 60;

    /// <summary>Fee per hour of event time beyond that, charged in half-hour steps.</summary>
    public required long ExtraHourFeeMinor { get; set; }

    public List<ExtraRate> Extras { get; } = [];
}

/// <summary>What an extra costs per hour. A package offers just the extras that its rate card prices.</summary>
public sealed class ExtraRate
{
    public int RateCardId { get; init; }

    public required ExtraKind Kind { get; init; }

    public required long HourlyFeeMinor { get; set; }

    /// <summary>Least time charged, in minutes.</summary>
    public int MinimumMinutes { get; set; } = 90;
}

public enum ExtraKind
{
    Consultation,
    Rehearsal,
    RecordingEditing,
    RegistrationManagement,
}
