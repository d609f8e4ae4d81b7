using AssistPortal.Assist.Scheduling;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace AssistPortal.UnitTests.Scheduling;

public sealed class FreeStartsProperties
{
    [Fact]
    public void Bit_sets_find_what_a_look_at_every_minute_finds() =>
        Prop.ForAll(Scenarios.Any().ToArbitrary(), scenario =>
        {
            var shape = EventShape.Of(scenario.Minutes, scenario.Lead, scenario.Trail);
            var start = QuarterHours.IndexOf(scenario.Around);
            var starts = new QuarterRange(start - 150, start + 150);
            var range = shape.Spans(starts);
            var slow = new SlowSchedule(scenario.Producers.Select(producer => producer.Time), range.Start, range.End);

            var found = FreeStarts.Find(RosterOf(scenario), TakenOf(scenario), range, shape);

            Assert.Equal(
                Numbers(starts).Where(number => slow.WhoIsFree(Span(shape, number).Start, Span(shape, number).End).Any()),
                Found(found));
        }).Check(Checks.Fixed(400));

    [Fact]
    public void Who_is_free_throughout_a_time_is_who_is_free_each_minute() =>
        Prop.ForAll(Scenarios.Any().ToArbitrary(), scenario =>
        {
            var shape = EventShape.Of(scenario.Minutes, scenario.Lead, scenario.Trail);
            var wished = shape.Around(scenario.Around);
            var slow = new SlowSchedule(scenario.Producers.Select(producer => producer.Time), wished.Start, wished.End);

            var found = FreeStarts.Find(RosterOf(scenario), TakenOf(scenario), wished, shape);

            Assert.Equal(slow.WhoWorks(wished.Start, wished.End).Any(), found.WorksThroughout);
            Assert.Equal(slow.WhoIsFree(wished.Start, wished.End), found.FreeThroughout.Select(producer => producer.Id));
        }).Check(Checks.Fixed(1000));

    private static IReadOnlyList<RosterProducer> RosterOf(Scenario scenario) =>
        [.. scenario.Producers.Select(producer => new RosterProducer(
            producer.Time.Id, producer.Time.Zone, producer.LastAssignedAt, producer.Speaks, producer.Time.Hours)
            {
                ValidFrom = producer.Time.ValidFrom,
                ValidUntil = producer.Time.ValidUntil,
            })];

    private static Taken TakenOf(Scenario scenario) => Taken.From(
        scenario.Producers.SelectMany(producer => producer.Time.Exceptions.Select(other => new ProducerDay(
            producer.Time.Id, new DayHours(WorkingTime.DayOf(other.Date), other.Start, other.End)))),
        scenario.Producers.SelectMany(producer => Times(producer.Time.Id, producer.Time.TimeOff)),
        scenario.Producers.SelectMany(producer => Times(producer.Time.Id, producer.Time.Reserved)));

    private static IEnumerable<ProducerTime> Times(int producerId, List<(Instant Start, Instant End)> times) =>
        times.Select(time => new ProducerTime(producerId, QuarterRange.Touching(time.Start, time.End)));

    private static QuarterRange Span(EventShape shape, long start) => shape.Around(QuarterHours.At(start));

    private static IEnumerable<long> Found(FreeStarts found)
    {
        for (var start = found.FirstFrom(long.MinValue / 2); start is not null; start = found.FirstFrom(start.Value + 1))
        {
            yield return start.Value;
        }
    }

    private static IEnumerable<long> Numbers(QuarterRange range) =>
        Enumerable.Range(0, range.Length).Select(at => range.From + at);
}
