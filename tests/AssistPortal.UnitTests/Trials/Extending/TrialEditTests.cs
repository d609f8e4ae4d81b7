using AssistPortal.TestSupport.Trials;
using AssistPortal.Trials;
using AssistPortal.Trials.Extending;
using AssistPortal.Trials.Lifecycle;
using AssistPortal.Trials.Notices;
using AssistPortal.Trials.Timekeeping;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace AssistPortal.UnitTests.Trials.Extending;

/// <summary>Extensions and additions at the edges of time.</summary>
public sealed class TrialEditTests : IAsyncLifetime
{
    private TrialDatabase world = null!;

    public async Task InitializeAsync() => world = await TrialDatabase.CreateAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task An_extension_adds_thirty_days_to_the_current_end_and_never_a_month()
    {
        At(Instant.FromUtc(2027, 12, 31, 12, 0));
        var trial = await BeginAsync("Etc/UTC");
        Assert.Equal(new LocalDate(2028, 1, 30), trial.EndDate);

        Assert.Empty(await ExtendAsync(trial));
        Assert.Equal(new LocalDate(2028, 2, 29), (await world.FindAsync(trial.Id)).EndDate);
    }

    [Theory]
    [InlineData("Etc/UTC")]
    [InlineData("Asia/Tokyo")]
    [InlineData("Pacific/Honolulu")]
    public async Task It_can_be_extended_until_the_last_tick_before_its_end(string zone)
    {
        var (early, late) = (await BeginAsync(zone), await BeginAsync(zone));
        At(early.EndsAt - Duration.FromTicks(1));
        Assert.Empty(await ExtendAsync(early));
        At(late.EndsAt);
        Assert.Equal([EditRefusalReason.Expired], (await ExtendAsync(late)).Select(refusal => refusal.Reason));
        Assert.Equal(late.EndDate, (await world.FindAsync(late.Id)).EndDate);
    }

    [Fact]
    public async Task Where_midnight_is_missing_at_the_end_the_first_moment_after_it_is_too_late()
    {
        // Cairo has no midnight on 2026-04-24: 23:59 is followed by 01:00.
        At(Instant.FromUtc(2026, 3, 25, 9, 0));
        var (early, late) = (await BeginAsync("Africa/Cairo"), await BeginAsync("Africa/Cairo"));
        Assert.Equal((new LocalDate(2026, 4, 24), Instant.FromUtc(2026, 4, 23, 22, 0)), (late.EndDate, late.EndsAt));

        At(late.EndsAt);
        Assert.Equal([EditRefusalReason.Expired], (await ExtendAsync(late)).Select(refusal => refusal.Reason));
        At(early.EndsAt - Duration.FromTicks(1));
        Assert.Empty(await ExtendAsync(early));
    }

    [Fact]
    public async Task Where_midnight_comes_twice_at_the_end_the_first_of_them_counts()
    {
        // Havana sets its clocks back from 01:00 to 00:00 on 2026-11-01.
        At(Instant.FromUtc(2026, 10, 2, 15, 0));
        var (early, late) = (await BeginAsync("America/Havana"), await BeginAsync("America/Havana"));
        Assert.Equal((new LocalDate(2026, 11, 1), Instant.FromUtc(2026, 11, 1, 4, 0)), (late.EndDate, late.EndsAt));

        At(late.EndsAt);
        Assert.Equal([EditRefusalReason.Expired], (await ExtendAsync(late)).Select(refusal => refusal.Reason));
        At(early.EndsAt - Duration.FromTicks(1));
        Assert.Empty(await ExtendAsync(early));
    }

    [Fact]
    public async Task A_late_evening_before_the_clocks_change_still_is_that_day()
    {
        // 23:30 in Los Angeles on the eve of 2027-03-14, when the clocks go forward.
        At(Instant.FromUtc(2027, 3, 14, 7, 30));
        var trial = await BeginAsync("America/Los_Angeles");
        Assert.Equal((new LocalDate(2027, 3, 13), new LocalDate(2027, 4, 12)), (trial.StartDate, trial.EndDate));
        Assert.Equal(Instant.FromUtc(2027, 4, 12, 7, 0), trial.EndsAt);
        Assert.Equal(30, trial.Life.DaysLeftAt(world.Clock.GetCurrentInstant()));
    }

    [Fact]
    public async Task The_customers_day_counts_whatever_day_the_partner_has()
    {
        // 08:00 on the 2nd in Tokyo is 13:00 on the 1st in Honolulu.
        At(Instant.FromUtc(2026, 12, 1, 23, 0));
        var trial = await BeginAsync("Pacific/Honolulu");
        Assert.Equal(new LocalDate(2026, 12, 1), trial.StartDate);
        Assert.Equal(Instant.FromUtc(2026, 12, 31, 10, 0), trial.EndsAt);
    }

    [Fact]
    public async Task After_the_mail_of_seven_days_an_extension_makes_new_ones_and_leaves_the_sent_ones()
    {
        var trial = await BeginAsync("Etc/UTC");
        At(trial.Within7At);
        await RunAsync();
        Assert.Empty(await ExtendAsync(trial));
        var extended = await world.FindAsync(trial.Id);
        At(extended.Within7At);
        await RunAsync();
        Assert.Equal(
            [(trial.EndDate, 2), (extended.EndDate, 2)],
            (await world.ReadAsync(
                db => db.Set<TrialNotice>().Where(notice => notice.State == TrialNoticeState.Sent).ToListAsync()))
                .GroupBy(notice => notice.EndDate)
                    .OrderBy(group => group.Key)
                    .Select(group => (group.Key, group.Count())));
    }

    [Fact]
    public async Task Call_that_is_added_on_the_last_day_keeps_its_numbers_until_they_are_released()
    {
        var trial = await BeginAsync("Etc/UTC");
        At(trial.EndsAt - Duration.FromHours(1));
        var call = new TrialEdit(
            Extends: false,
            new Dictionary<CloudService, int> { [CloudService.Call] = 5 },
            SiteHost: null,
            ["+12125550199"]);
        Assert.Empty(await ChangeAsync(trial, call));

        At(trial.EndsAt);
        await RunAsync();
        var cutOff = (await world.FindAsync(trial.Id)).CutOffAt!.Value;
        At(cutOff);
        await RunAsync();
        At(cutOff + Duration.FromDays(15) - Duration.FromTicks(1));
        await RunAsync();
        Assert.Equal(1, await world.ReadAsync(db => db.Set<TrialNumber>().CountAsync()));
        At(cutOff + Duration.FromDays(15));
        await RunAsync();
        Assert.Equal(0, await world.ReadAsync(db => db.Set<TrialNumber>().CountAsync()));
    }

    [Fact]
    public async Task A_change_is_made_whole_or_not_at_all()
    {
        var (holder, trial) = (await BeginAsync("Etc/UTC"), await BeginAsync("Etc/UTC"));
        var call = new Dictionary<CloudService, int> { [CloudService.Call] = 5 };
        Assert.Empty(await ChangeAsync(holder, new TrialEdit(Extends: false, call, SiteHost: null, ["+12125550101"])));

        var refusals = await ChangeAsync(trial, new TrialEdit(Extends: true, call, SiteHost: null, ["+12125550101"]));
        Assert.Equal(
            [(EditRefusalReason.NumberTaken, "+12125550101")],
            refusals.Select(refusal => (refusal.Reason, refusal.What)));
        var after = await world.FindAsync(trial.Id);
        Assert.Equal((trial.EndDate, null, trial.Version), (after.EndDate, after.ExtendedAt, after.Version));
        Assert.False(after.Has(CloudService.Call));
    }

    private void At(Instant moment) => world.Clock.Reset(moment);

    private Task<Trial> BeginAsync(string zone) =>
        world.BeginAsync(new SampleTrial("Edited Ltd", $"{Guid.NewGuid():N}@edited.example") { TimeZone = zone });

    private Task<IReadOnlyList<EditRefusal>> ExtendAsync(Trial trial) => ChangeAsync(trial, TrialEdit.Extension);

    private Task<IReadOnlyList<EditRefusal>> ChangeAsync(Trial trial, TrialEdit edit) => world.InScopeAsync(scope =>
        scope.GetRequiredService<TrialEdits>().ChangeAsync(trial.Id, edit, world.PartnerUserId, default));

    private Task<int> RunAsync() =>
        world.InScopeAsync(scope => scope.GetRequiredService<TrialClock>().RunDueAsync(default));
}
