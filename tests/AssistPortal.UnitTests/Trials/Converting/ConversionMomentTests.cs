using AssistPortal.Trials;
using AssistPortal.Trials.Lifecycle;
using NodaTime;

namespace AssistPortal.UnitTests.Trials.Converting;

/// <summary>Until when a trial can be converted: to the last tick before the cut-off.</summary>
public sealed class ConversionMomentTests
{
    private static readonly Instant Start = Instant.FromUtc(2027, 1, 4, 12, 0);

    [Fact]
    public void One_tick_before_the_cut_off_it_converts_and_at_it_no_more()
    {
        var late = InGrace();
        var cutOff = late.CutOffAt!.Value;
        Assert.Throws<InvalidOperationException>(() => late.Convert([], cutOff));
        Assert.Null(late.ConvertedAt);

        var intime = InGrace();
        intime.Convert([], cutOff - Duration.FromTicks(1));
        Assert.Equal(TrialState.Paid, intime.StateAt(cutOff + Duration.FromDays(100)));
        Assert.NotEqual(TrialStep.End, intime.StepDueAt(cutOff));
    }

    [Fact]
    public void It_converts_once()
    {
        var trial = InGrace();
        trial.Convert([CloudService.Call], trial.EndsAt);
        Assert.Throws<InvalidOperationException>(() => trial.Convert([], trial.EndsAt + Duration.FromTicks(1)));
        Assert.Equal(
            [CloudService.Call], trial.Services.Where(service => service.IsLost).Select(service => service.Service));
    }

    private static Trial InGrace()
    {
        var services = new Dictionary<CloudService, int> { [CloudService.Message] = 5, [CloudService.Call] = 5 };
        var trial = Trial.Begin(
            new TrialStart(
                Guid.NewGuid(), Guid.NewGuid(), "Acme", "FR", "Europe/Paris", "en", LengthDays: 30, services), Start);
        trial.TellEnd(trial.Within7At);
        trial.TellExpiry(trial.EndsAt);
        return trial;
    }
}
