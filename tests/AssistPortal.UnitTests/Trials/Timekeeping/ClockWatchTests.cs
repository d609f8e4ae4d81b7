using AssistPortal.TestSupport;
using AssistPortal.TestSupport.Trials;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Timekeeping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Testing;

namespace AssistPortal.UnitTests.Trials.Timekeeping;

public sealed class ClockWatchTests
{
    private readonly FakeClock clock = TestClock.AtStartOfDecember2026();
    private readonly CountedTime time = new();
    private readonly ClockWatch watch;

    public ClockWatchTests() => watch = new ClockWatch(clock, time, NullLogger<ClockWatch>.Instance);

    [Fact]
    public void A_clock_that_runs_evenly_is_steady_though_it_is_corrected_by_minutes()
    {
        Assert.True(watch.IsSteady());
        Pass(Duration.FromDays(3));
        Assert.True(watch.IsSteady());
        clock.Advance(Duration.FromMinutes(9));
        Assert.True(watch.IsSteady());
        clock.Advance(Duration.FromDays(-1));
        Assert.True(watch.IsSteady());
    }

    [Fact]
    public void One_that_jumps_ahead_is_not_until_it_is_set_back_or_an_hour_has_passed()
    {
        Assert.True(watch.IsSteady());
        clock.Advance(Duration.FromDays(60));
        Assert.False(watch.IsSteady());
        Pass(Duration.FromMinutes(59));
        Assert.False(watch.IsSteady());
        clock.Advance(Duration.FromDays(-60));
        Assert.True(watch.IsSteady());

        clock.Advance(Duration.FromDays(60));
        Assert.False(watch.IsSteady());
        Pass(Duration.FromMinutes(60));
        Assert.True(watch.IsSteady());
    }

    [Fact]
    public async Task Meanwhile_trials_are_told_of_their_ends_and_do_not_end()
    {
        await using var database = await TrialDatabase.CreateAsync();
        var trial = await database.BeginAsync(new SampleTrial("Jumps", "admin@jumps.example"));
        database.Clock.Advance(Duration.FromDays(30));
        await RunAsync(mayEnd: false);
        database.Clock.Advance(Duration.FromDays(30));
        await RunAsync(mayEnd: false);
        var found = await database.FindAsync(trial.Id);
        Assert.NotNull(found.SettledAt);
        Assert.Equal((null, TrialState.Ended), (found.EndedAt, found.StateAt(database.Clock.GetCurrentInstant())));

        await RunAsync(mayEnd: true);
        Assert.NotNull((await database.FindAsync(trial.Id)).ErasedAt);

        Task<int> RunAsync(bool mayEnd) => database.InScopeAsync(scope =>
            scope.GetRequiredService<TrialClock>().RunDueAsync(CancellationToken.None, mayEnd));
    }

    private void Pass(Duration duration)
    {
        clock.Advance(duration);
        time.Timestamp += duration.BclCompatibleTicks;
    }

    private sealed class CountedTime : TimeProvider
    {
        public long Timestamp { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Timestamp;
    }
}
