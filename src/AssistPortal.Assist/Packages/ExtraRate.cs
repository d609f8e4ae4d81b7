namespace AssistPortal.Assist.Packages;

/// <summary>What an extra costs per hour. A package offers just the extras that its rate card prices.</summary>
public sealed class ExtraRate
{
    private ExtraRate()
    {
    }

    internal ExtraRate(ExtraKind kind, ExtraFigures figures)
    {
        Kind = kind;
        Change(figures);
    }

    public int RateCardId { get; private init; }

    public ExtraKind Kind { get; private init; }

    public long HourlyFeeMinor { get; private set; }

    /// <summary>Least time charged, in minutes.</summary>
    public int MinimumMinutes { get; private set; }

    internal void Change(ExtraFigures figures) =>
        (HourlyFeeMinor, MinimumMinutes) = (figures.HourlyFeeMinor, figures.MinimumMinutes);
}

public enum ExtraKind
{
    Consultation,
    Rehearsal,
    RecordingEditing,
    RegistrationManagement,
}
