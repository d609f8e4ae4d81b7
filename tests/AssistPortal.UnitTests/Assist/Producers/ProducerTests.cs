using AssistPortal.Assist.Producers;
using AssistPortal.TestSupport.Details;
using NodaTime;

namespace AssistPortal.UnitTests.Assist.Producers;

public sealed class ProducerTests
{
    private readonly Producer producer = new(SampleDetails.Producer());

    public static TheoryData<ProducerDetails> Wrong => new(
        SampleDetails.Producer(" "),
        SampleDetails.Producer(new string('x', Producer.NameLength + 1)),
        SampleDetails.Producer(timeZone: "Nowhere/Land"),
        SampleDetails.Producer() with { Email = "" },
        SampleDetails.Producer() with { Email = new string('x', 255) },
        SampleDetails.Producer() with { Phone = new string('1', 31) },
        SampleDetails.Producer() with { Languages = [""] });

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Wrong_details_are_refused_and_change_nothing(ProducerDetails details)
    {
        Assert.ThrowsAny<ArgumentException>(() => producer.Change(details with { IsActive = false }));
        Assert.ThrowsAny<ArgumentException>(() => new Producer(details));
        Assert.Equal(("Pat Producer", "Etc/UTC", true), (producer.Name, producer.TimeZone, producer.IsActive));
        Assert.Equal("en", Assert.Single(producer.Languages).Language);
    }

    [Fact]
    public void Languages_and_qualifications_are_those_of_the_details()
    {
        var until = new LocalDate(2027, 6, 30);
        producer.Change(SampleDetails.Producer() with
        {
            Languages = ["en", "ja"],
            Qualifications = [new(1, null, null), new(2, null, null)],
        });
        producer.Change(SampleDetails.Producer() with
        {
            Languages = ["ja"],
            Qualifications = [new(2, null, until), new(3, null, null)],
        });
        Assert.Equal("ja", Assert.Single(producer.Languages).Language);
        Assert.Equal(
            [(2, until), (3, null)], producer.Qualifications.Select(item => (item.PackageId, item.ValidUntil)));
    }

    [Theory]
    [InlineData(-15, 60)]
    [InlineData(60, 60)]
    [InlineData(60, 2895)]
    public void Hours_that_no_day_has_are_refused_and_change_nothing(int start, int end)
    {
        producer.ChangeHours([.. SampleDetails.Hours(9, 17, IsoDayOfWeek.Monday)], []);
        Assert.Throws<ArgumentOutOfRangeException>(
            () => producer.ChangeHours([new(IsoDayOfWeek.Friday, start, end)], []));
        Assert.Throws<ArgumentOutOfRangeException>(
            () => producer.ChangeHours([], [new(new LocalDate(2027, 1, 1), start, end)]));
        Assert.Equal(IsoDayOfWeek.Monday, Assert.Single(producer.Hours).Day);
    }

    [Fact]
    public void An_exception_has_both_ends_or_none()
    {
        var date = new LocalDate(2027, 1, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => producer.ChangeHours([], [new(date, 60, null)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => producer.ChangeHours([], [new(date, null, 60)]));
        producer.ChangeHours([], [new(date, null, null)]);
        Assert.Equal(date, Assert.Single(producer.ExceptionalHours).Date);
    }

    [Fact]
    public void The_same_time_off_is_taken_once_and_no_time_is_none()
    {
        var start = Instant.FromUtc(2027, 1, 4, 9, 0);
        Assert.True(producer.TakeOff(TimeOffDetails.Exact(new Interval(start, start + Duration.FromHours(2)))));
        Assert.False(producer.TakeOff(TimeOffDetails.Exact(new Interval(start, start + Duration.FromHours(2)))));
        Assert.Throws<ArgumentException>(() => producer.TakeOff(TimeOffDetails.Exact(new Interval(start, start))));
        Assert.False(producer.GiveUpTimeOff(4711));
        Assert.Single(producer.TimeOff);
    }

    [Fact]
    public void Whole_days_off_are_the_same_days_in_another_zone_and_exact_times_stay()
    {
        var (day, start) = (new LocalDate(2027, 1, 4), Instant.FromUtc(2027, 1, 4, 9, 0));
        producer.TakeOff(TimeOffDetails.Days(day, day));
        producer.TakeOff(TimeOffDetails.Exact(new Interval(start, start + Duration.FromHours(2))));
        producer.Change(SampleDetails.Producer(timeZone: "Asia/Tokyo"));
        Assert.Equal(
            [(Instant.FromUtc(2027, 1, 3, 15, 0), day), (start, null)],
            producer.TimeOff.OrderBy(off => off.Start).Select(off => (off.Start, off.FirstDay)));
    }
}
