using AssistPortal.Trials;
using AssistPortal.Trials.Lifecycle;
using NodaTime;

namespace AssistPortal.UnitTests.Trials.Timekeeping;

/// <summary>Phone numbers come free in time also where a conversion left Call behind.</summary>
public sealed class LostCallTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 12, 1, 9, 0);

    [Fact]
    public void Numbers_of_a_call_that_was_lost_are_released_when_the_trials_would_have_been()
    {
        var trial = Begin();
        trial.Convert([CloudService.Call], Start + Duration.FromDays(10));
        trial.Settle(Instant.FromUtc(2027, 1, 30, 0, 0));

        Assert.Equal(Instant.FromUtc(2027, 2, 14, 0, 0), trial.NextDueAt);
        Assert.Equal(TrialStep.ReleaseNumbers, trial.StepDueAt(Instant.FromUtc(2027, 2, 14, 0, 0)));
    }

    [Fact]
    public void Numbers_of_a_call_that_was_bought_stay()
    {
        var trial = Begin();
        trial.Convert([], Start + Duration.FromDays(10));
        trial.Settle(Instant.FromUtc(2027, 1, 30, 0, 0));

        Assert.Null(trial.NextDueAt);
    }

    private static Trial Begin() => Trial.Begin(
        new TrialStart(
            Guid.NewGuid(),
            Guid.NewGuid(),
            "Harbour Books",
            "US",
            "Etc/UTC",
            "en",
            30,
            new Dictionary<CloudService, int> { [CloudService.Message] = 5, [CloudService.Call] = 5 }),
        Start);
}
