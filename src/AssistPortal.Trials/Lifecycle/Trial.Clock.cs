using NodaTime;

namespace AssistPortal.Trials.Lifecycle;

/// <summary>What time does with a trial. Each step is done once, in an order that time gives.</summary>
public sealed partial class Trial
{
    /// <summary>The step that is due at a moment; null where none is.</summary>
    internal TrialStep? StepDueAt(Instant now) =>
        NextStep() is { } next && MomentOf(next) <= now ? next : null;

    /// <summary>The coming end was told, or it is too late to.</summary>
    internal void TellEnd(Instant now)
    {
        GuardStep(TrialStep.TellEnd);
        EndToldOf = EndDate;
        Reckon(now);
    }

    /// <summary>The end was told: from that day on the customer has a week at least.</summary>
    internal void TellExpiry(Instant now)
    {
        GuardStep(TrialStep.TellExpiry);
        NoticesWrittenOn = Life.TodayAt(now);
        Reckon(now);
    }

    /// <summary>What waits for the thirtieth day after the end was done.</summary>
    internal void Settle(Instant now)
    {
        GuardStep(TrialStep.Settle);
        SettledAt = now;
        Reckon(now);
    }

    /// <summary>Takes the irreversible step.</summary>
    internal void End(Instant now)
    {
        GuardState(now, TrialState.Ended);
        GuardStep(TrialStep.End);
        EndedAt = now;
        Reckon(now);
    }

    /// <summary>All that the end takes was erased.</summary>
    internal void MarkErased(Instant now)
    {
        GuardStep(TrialStep.Erase);
        ErasedAt = now;
        Reckon(now);
    }

    internal void ReleaseNumbers(Instant now)
    {
        GuardStep(TrialStep.ReleaseNumbers);
        NumbersReleasedAt = now;
        Reckon(now);
    }

    private TrialStep? NextStep() => this switch
    {
        { ConvertedAt: not null, SettledAt: null } => TrialStep.Settle,
        { ConvertedAt: not null, NumbersReleasedAt: null } when HasLost(CloudService.Call) => TrialStep.ReleaseNumbers,
        { ConvertedAt: not null } => null,
        { NoticesWrittenOn: null } when EndToldOf != EndDate => TrialStep.TellEnd,
        { NoticesWrittenOn: null } => TrialStep.TellExpiry,
        { SettledAt: null } => TrialStep.Settle,
        { EndedAt: null } => TrialStep.End,
        { ErasedAt: null } => TrialStep.Erase,
        { NumbersReleasedAt: null } => TrialStep.ReleaseNumbers,
        _ => null,
    };

    private Instant MomentOf(TrialStep step) => step switch
    {
        TrialStep.TellEnd => Life.NoticeAt,
        TrialStep.TellExpiry => EndsAt,
        TrialStep.Settle => Life.FirstMomentOf(EndDate.PlusDays(TrialLife.GraceDays)),
        TrialStep.End => CutOffAt!.Value,
        TrialStep.Erase => EndedAt!.Value,
        _ when EndedAt is { } ended => Life.NumbersFreeAt(ended),
        _ => Life.FirstMomentOf(EndDate.PlusDays(TrialLife.GraceDays + TrialLife.NumberDays)),
    };

    private bool HasLost(CloudService service) => services.Exists(item => item.Service == service && item.IsLost);

    /// <summary>Works out all stored moments anew from the dates.</summary>
    private void Reckon(Instant now)
    {
        var life = Life;
        EndsAt = life.EndsAt;
        Within30At = life.FirstMomentOf(EndDate.PlusDays(-30));
        Within14At = life.FirstMomentOf(EndDate.PlusDays(-14));
        Within7At = life.FirstMomentOf(EndDate.PlusDays(-7));
        CutOffAt = NoticesWrittenOn is null ? null : life.CutOffAt(now);
        NextDueAt = NextStep() is { } next ? MomentOf(next) : null;
    }

    private void GuardStep(TrialStep step)
    {
        if (NextStep() != step)
        {
            throw new InvalidOperationException($"Trial {Id} does not come to {step}.");
        }
    }
}
