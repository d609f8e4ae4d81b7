using AssistPortal.Assist.Orders;
using AssistPortal.Web.Shared.Csv;

namespace AssistPortal.UnitTests.Web.Shared;

public sealed class CsvEventTimeTests
{
    // J5
    [Theory]
    [InlineData("2027-10-31T00:30", "2027-10-31|02:30|UTC+02:00|2027-10-31|02:30|UTC+01:00|Europe/Berlin|60")]
    [InlineData("2027-03-28T00:30", "2027-03-28|01:30|UTC+01:00|2027-03-28|03:30|UTC+02:00|Europe/Berlin|60")]
    [InlineData("2027-06-30T21:30", "2027-06-30|23:30|UTC+02:00|2027-07-01|00:30|UTC+02:00|Europe/Berlin|60")]
    public void Start_and_end_have_offsets_of_their_own(string start, string cells)
    {
        var time = new EventTime
        {
            Start = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm")
                .Parse(start).Value.InUtc().ToInstant(),
            DurationMinutes = 60,
            TimeZone = "Europe/Berlin",
        };

        Assert.Equal(cells, string.Join('|', CsvEventTime.CellsOf(time)));
        Assert.Equal(CsvEventTime.Columns.Count, CsvEventTime.CellsOf(time).Count());
    }
}
