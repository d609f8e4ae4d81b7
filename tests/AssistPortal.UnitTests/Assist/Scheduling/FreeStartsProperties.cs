using AssistPortal.Assist.Scheduling;
using FsCheck;
using FsCheck.Fluent;

namespace AssistPortal.UnitTests.Assist.Scheduling;

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

            var found = FreeStarts.Find(ProducersOf(scenario), ReservedOf(scenario), range, shape);

            Assert.Equal(
                Numbers(starts).Where(
                    number => slow.WhoIsFree(Span(shape, number).Start, Span(shape, number).End).Any()),
                Found(found));
        }).Check(Checks.Fixed(400));

    [Fact]
    public void Who_is_free_throughout_a_time_is_who_is_free_each_minute() =>
        Prop.ForAll(Scenarios.Any().ToArbitrary(), scenario =>
        {
            var shape = EventShape.Of(scenario.Minutes, scenario.Lead, scenario.Trail);
            var wished = shape.Around(scenario.Around);
            var slow = new SlowSchedule(scenario.Producers.Select(producer => producer.Time), wished.Start, wished.End);

            var found = FreeStarts.Find(ProducersOf(scenario), ReservedOf(scenario), wished, shape);

            Assert.Equal(slow.WhoWorks(wished.Start, wished.End).Any(), found.WorksThroughout);
            Assert.Equal(
                slow.WhoIsFree(wished.Start, wished.End), found.FreeThroughout.Select(producer => producer.Id));
        }).Check(Checks.Fixed(1000));

    private static IEnumerable<QualifiedProducer> ProducersOf(Scenario scenario) =>
        scenario.Producers.Select(producer => new QualifiedProducer(
            new RosterProducer(producer.Time.Id, producer.Time.Zone)
            {
                Hours = producer.Time.Hours,
                Exceptions = [.. producer.Time.Exceptions.Select(other =>
                    new DayHours(WorkingTime.DayOf(other.Date), other.Start, other.End))],
                TimeOff = [.. producer.Time.TimeOff.Select(off => QuarterRange.Touching(off.Start, off.End))],
            },
            producer.Time.ValidFrom,
            producer.Time.ValidUntil));

    private static ILookup<int, QuarterRange> ReservedOf(Scenario scenario) => (
        from producer in scenario.Producers
        from time in producer.Time.Reserved
        select (producer.Time.Id, Time: QuarterRange.Touching(time.Start, time.End)))
        .ToLookup(item => item.Id, item => item.Time);

    private static QuarterRange Span(EventShape shape, long start) => shape.Around(QuarterHours.At(start));

    private static IEnumerable<long> Found(FreeStarts found)
    {
        for (var start = found.FirstFrom(long.MinValue / 2); start is not null; start =
            found.FirstFrom(start.Value + 1))
        {
            yield return start.Value;
        }
    }

    private static IEnumerable<long> Numbers(QuarterRange range) =>
        Enumerable.Range(0, range.Length).Select(at => range.From + at);
}
