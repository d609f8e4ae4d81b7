using AssistPortal.Data.Checking;
using AssistPortal.Trials.Lifecycle;
using NodaTime;

namespace AssistPortal.Trials.Checking;

/// <summary>One trial's dates and moments.</summary>
internal sealed class TrialCheck(CheckReport report, Trial trial)
{
    private static readonly int[] Lengths = [30, 60, 90];

    private readonly TrialDays days = new(trial);

    public void Check(bool hasLostCall)
    {
        if (trial.EndDate != days.End || !Lengths.Contains(trial.LengthDays))
        {
            Add(TrialFinding.WrongTrialEnd, $"{trial.StartDate}, {trial.LengthDays} days, until {trial.EndDate}");
        }

        CheckMoment(nameof(trial.EndsAt), trial.EndsAt, days.FirstOf(trial.EndDate));
        CheckMoment(nameof(trial.Within7At), trial.Within7At, days.FirstOf(trial.EndDate.PlusDays(-7)));
        CheckMoment(nameof(trial.Within14At), trial.Within14At, days.FirstOf(trial.EndDate.PlusDays(-14)));
        CheckMoment(nameof(trial.Within30At), trial.Within30At, days.FirstOf(trial.EndDate.PlusDays(-30)));
        CheckMoment(nameof(trial.CutOffAt), trial.CutOffAt, days.CutOff);
        if (trial.NextDueAt != days.NextDue(hasLostCall))
        {
            Add(TrialFinding.WrongNextDue, $"{trial.NextDueAt}, not {days.NextDue(hasLostCall)}");
        }

        CheckTimes();
        CheckOrder();
        if (trial is { ConvertedAt: not null, EndedAt: not null })
        {
            Add(TrialFinding.TrialPaidAndEnded, $"{trial.ConvertedAt}, {trial.EndedAt}");
        }
    }

    private void CheckMoment(string name, Instant? stored, Instant? right)
    {
        if (stored != right)
        {
            Add(TrialFinding.WrongTrialMoment, $"{name} {stored}, not {right}");
        }
    }

    private void CheckTimes()
    {
        CheckTime(nameof(trial.ExtendedAt), trial.ExtendedAt, until: days.FirstOf(days.FirstEnd));
        CheckTime(nameof(trial.ConvertedAt), trial.ConvertedAt, until: days.CutOff);
        CheckTime(nameof(trial.SettledAt), trial.SettledAt, days.Settled);
        CheckTime(nameof(trial.EndedAt), trial.EndedAt, days.CutOff);
        CheckTime(nameof(trial.ErasedAt), trial.ErasedAt, trial.EndedAt);
        CheckTime(nameof(trial.NumbersReleasedAt), trial.NumbersReleasedAt, days.NumbersFree);
        if (trial.NoticesWrittenOn < trial.EndDate)
        {
            Add(TrialFinding.TrialStepAtWrongTime, $"{nameof(trial.NoticesWrittenOn)} {trial.NoticesWrittenOn}");
        }
    }

    private void CheckTime(string name, Instant? at, Instant? from = null, Instant? until = null)
    {
        if (at < from || at >= until)
        {
            Add(TrialFinding.TrialStepAtWrongTime, $"{name} {at}");
        }
    }

    private void CheckOrder()
    {
        var wrong = trial switch
        {
            { EndedAt: not null, NoticesWrittenOn: null } => nameof(trial.EndedAt),
            { EndedAt: not null, SettledAt: null } => nameof(trial.EndedAt),
            { ErasedAt: not null, EndedAt: null } => nameof(trial.ErasedAt),
            { NumbersReleasedAt: not null, ErasedAt: null, ConvertedAt: null } => nameof(trial.NumbersReleasedAt),
            { EndToldOf: { } told } when told != trial.EndDate && told != days.FirstEnd => nameof(trial.EndToldOf),
            _ => null,
        };
        if (wrong is not null)
        {
            Add(TrialFinding.TrialStepsOutOfOrder, wrong);
        }
    }

    private void Add(TrialFinding kind, string what) => report.Add(kind, $"trial {trial.Id}: {what}");
}
