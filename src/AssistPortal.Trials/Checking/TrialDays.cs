using AssistPortal.Trials.Lifecycle;
using NodaTime;

namespace AssistPortal.Trials.Checking;

/// <summary>
/// What the specification makes of a trial's stored dates; nothing that the trial's own code has worked out goes in.
/// </summary>
internal sealed class TrialDays(Trial trial)
{
    private readonly DateTimeZone zone = DateTimeZoneProviders.Tzdb[trial.TimeZone];

    /// <summary>The end before any extension.</summary>
    public LocalDate FirstEnd { get; } = trial.StartDate.PlusDays(trial.LengthDays);

    public LocalDate End => FirstEnd.PlusDays(trial.ExtendedAt is null ? 0 : 30);

    /// <summary>Null while the notices of the end are not written.</summary>
    public Instant? CutOff => CutOffDay is { } day ? FirstOf(day) : null;

    public Instant Settled => FirstOf(trial.EndDate.PlusDays(30));

    /// <summary>When the phone numbers are free; null where that is not known yet.</summary>
    public Instant? NumbersFree =>
        trial.ConvertedAt is not null ? FirstOf(trial.EndDate.PlusDays(45))
        : CutOffDay is { } day ? FirstOf(day.PlusDays(15))
        : null;

    private LocalDate? CutOffDay => trial.NoticesWrittenOn is { } written
        ? LocalDate.Max(trial.EndDate.PlusDays(30), written.PlusDays(7))
        : null;

    public Instant FirstOf(LocalDate day) => zone.AtStartOfDay(day).ToInstant();

    /// <summary>When something is due next; null for never again.</summary>
    /// <param name="hasLostCall">Whether a conversion left Call behind.</param>
    public Instant? NextDue(bool hasLostCall) => trial switch
    {
        { ConvertedAt: not null, SettledAt: null } => Settled,
        { ConvertedAt: not null } => hasLostCall && trial.NumbersReleasedAt is null ? NumbersFree : null,
        { NoticesWrittenOn: null } =>
            FirstOf(trial.EndToldOf == trial.EndDate ? trial.EndDate : trial.EndDate.PlusDays(-7)),
        { SettledAt: null } => Settled,
        { EndedAt: null } => CutOff,
        { ErasedAt: null } => trial.EndedAt,
        { NumbersReleasedAt: null } => NumbersFree,
        _ => null,
    };
}
