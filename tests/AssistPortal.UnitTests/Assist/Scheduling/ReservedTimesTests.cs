using System.Runtime.CompilerServices;
using AssistPortal.Assist.Scheduling;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Scheduling;

public sealed class ReservedTimesTests
{
    private static readonly ReservedView Anybody = new(Now: 1000, null, null, null);

    [Fact]
    public void Holds_count_until_they_run_out_and_for_others_only()
    {
        var (draft, order, session) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var times = TimesOf(
            new(Guid.NewGuid(), draft, Until: 1001, 0, 4),
            new(Guid.NewGuid(), Guid.NewGuid(), Until: 1000, 8, 12),
            new(Guid.NewGuid(), order, ReservedTime.ForGood, 16, 20),
            new(Guid.NewGuid(), session, ReservedTime.ForGood, 24, 28));

        Assert.Equal([(0, 4), (16, 20), (24, 28)], Taken(times, Anybody));
        Assert.Equal([(16, 20), (24, 28)], Taken(times, Anybody with { OwnDraft = draft }));
        Assert.Equal([(0, 4), (24, 28)], Taken(times, Anybody with { OwnOrder = order }));
        Assert.Equal([(0, 4), (16, 20)], Taken(times, Anybody with { OwnSession = session }));
    }

    [Fact]
    public void The_longest_reservation_is_seen_from_its_last_quarter_hour()
    {
        var times = TimesOf(new ReservedTime(Guid.NewGuid(), Guid.NewGuid(), ReservedTime.ForGood, -95, 1));
        Assert.Equal([(0, 1)], Taken(times, Anybody));
    }

    [Fact]
    public void A_reservation_that_changes_hands_is_the_other_producers()
    {
        var id = Guid.NewGuid();
        var before = TimesOf(new ReservedTime(id, Guid.NewGuid(), ReservedTime.ForGood, 0, 4));
        var moved = new ReservationNews(
            2, id, 2, new ReservedTime(id, Guid.NewGuid(), ReservedTime.ForGood, 4, 8), LastAssigned: null);

        var after = before.With([(1, moved)]);

        Assert.Empty(Taken(after, Anybody));
        Assert.Equal([(4, 8)], Taken(after, Anybody, producer: 2));
        Assert.Equal([(0, 4)], Taken(before, Anybody));
        Assert.Empty(Taken(after.With([(2, moved with { Time = null })]), Anybody, producer: 2));
    }

    // With the producer by reservation, ten megabytes for a hundred thousand.
    [Fact]
    public void A_reservation_takes_48_bytes_at_most() => Assert.InRange(Unsafe.SizeOf<ReservedTime>(), 40, 48);

    [Fact]
    public void Numbers_settle_up_to_a_gap_and_past_one_that_does_not_close()
    {
        var patient = new ChangeNumbers(TimeSpan.FromHours(1));
        patient.Begin([5, 6, 9]);
        Assert.Equal(6, patient.Settled);
        Assert.False(patient.GoOn([6, 8, 9, 10]));
        Assert.Equal(6, patient.Settled);
        Assert.False(patient.GoOn([6, 7, 8, 9, 10]));
        Assert.Equal(10, patient.Settled);

        var hasty = new ChangeNumbers(TimeSpan.Zero);
        hasty.Begin([5]);
        Assert.False(hasty.GoOn([5, 6]));
        Assert.True(hasty.GoOn([6, 9, 10, 14]));
        Assert.Equal(14, hasty.Settled);
    }

    [Fact]
    public void A_part_of_a_set_is_copied_wherever_it_begins()
    {
        var whole = new QuarterHourSet(new QuarterRange(-64, 640));
        whole.Add(new QuarterRange(-10, 70));
        whole.Add(new QuarterRange(200, 330));
        foreach (var from in Enumerable.Range(-64, 140))
        {
            var part = new QuarterHourSet(new QuarterRange(from, from + 201));
            part.CopyFrom(whole);

            Assert.Equal(
                [.. whole.Runs().Select(run => run.Intersect(part.Range)).Where(run => !run.IsEmpty)], part.Runs());
        }
    }

    private static ReservedTimes TimesOf(params ReservedTime[] times) =>
        ReservedTimes.Of(times.Select(time => (1, time)), new Dictionary<int, Instant>(), from: 0);

    private static List<(int From, int To)> Taken(ReservedTimes times, ReservedView view, int producer = 1)
    {
        var range = new QuarterRange(0, 200);
        var (free, taken) = (new QuarterHourSet(range), new QuarterHourSet(range));
        free.Add(range);
        times.RemoveFrom(free, producer, view);
        taken.Add(range);
        foreach (var run in free.Runs())
        {
            taken.Remove(run);
        }

        return [.. taken.Runs().Select(run => ((int)run.From, (int)run.To))];
    }
}
